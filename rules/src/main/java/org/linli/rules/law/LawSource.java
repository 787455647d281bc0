package org.linli.rules.law;

/** A text that rules of owners' decisions are taken from, described in {@code docs/law/<file>.md}. */
public enum LawSource {
    CIVIL_CODE("中华人民共和国民法典", "Civil Code", "civil-code"),
    SPC_INTERPRETATION("最高人民法院建筑物区分所有权司法解释", "SPC interpretation on condominium ownership", "spc-interpretation"),
    STATE_COUNCIL_REGULATION("物业管理条例", "State Council property management regulation", "state-council-regulation"),
    TAIZHOU_REGULATION("台州市物业管理条例", "Taizhou property management regulation", "taizhou-regulation"),
    ZHEJIANG_REGULATION("浙江省物业管理条例", "Zhejiang property management regulation", "zhejiang-regulation"),
    MODEL_REGULATIONS("杭州、宁波、湖州、绍兴、舟山物业条例", "Neighbouring cities' property regulations", "model-regulations"),
    GUIDING_RULES("业主大会和业主委员会指导规则", "Guiding rules for owners' assemblies", "guiding-rules"),
    FUND_MEASURES("住宅专项维修资金管理办法", "Maintenance fund measures", "fund-measures"),
    HOLIDAY_NOTICES("国务院办公厅节假日安排通知", "State Council holiday notices", "holiday-notices"),
    PERSONAL_INFORMATION("中华人民共和国个人信息保护法", "Personal Information Protection Law", "personal-information"),
    OWN_DEFAULT("本系统默认规则", "Own default", "own-default");

    private final String chinese;
    private final String english;
    private final String file;

    LawSource(String chinese, String english, String file) {
        this.chinese = chinese;
        this.english = english;
        this.file = file;
    }

    /** The official title, shortened where everybody shortens it. */
    public String chinese() {
        return chinese;
    }

    /** The English name by which Javadoc cites it. */
    public String english() {
        return english;
    }

    /** Name of its file in {@code docs/law}, without ending. */
    public String file() {
        return file;
    }
}
