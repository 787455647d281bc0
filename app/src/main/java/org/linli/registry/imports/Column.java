package org.linli.registry.imports;

import java.util.List;

/** What a column of a sheet can mean, with the headers by which street offices call it. */
public enum Column {
    SEQUENCE("序号", "编号", "No"),
    COMMUNITY_CODE("小区编码", "小区代码", "小区编号"),
    COMMUNITY_NAME("小区名称", "住宅小区名称", "项目名称", "小区名", "物业项目名称", "小区(项目)名称", "小区"),
    ALIAS("别名", "曾用名", "小区别名"),
    COUNTY("县市区", "所属县市区", "县(市、区)", "区县", "所属区县", "行政区"),
    STREET("街道", "所属街道", "所在街道", "乡镇街道", "所属乡镇街道", "镇街", "所属镇街", "街道名称", "所属街道(乡镇)"),
    NEIGHBOURHOOD("社区", "所属社区", "所在社区", "社区名称", "所属社区居委会", "居委会", "村居", "所属村居", "社区(村)"),
    ADDRESS("地址", "详细地址", "小区地址", "坐落", "小区坐落", "项目地址", "坐落位置"),
    TYPE("类型", "小区类型", "小区性质", "物业类型", "房屋性质"),
    YEAR_BUILT("建成年份", "建成时间", "竣工年份", "竣工时间", "建造年份", "建成年代", "交付年份"),
    LAND("占地面积", "用地面积"),
    GFA("总建筑面积", "建筑面积", "建筑总面积", "小区建筑面积"),
    GREEN("绿化面积", "绿地面积"),
    BUILDINGS("楼幢数", "幢数", "栋数", "楼栋数", "总幢数"),
    HOUSEHOLDS("住宅户数", "户数", "总户数", "住户数", "居民户数"),
    RESIDENTS("居住人数", "人口", "常住人口", "居民人数"),
    LIFTS("电梯数", "电梯数量", "电梯台数"),
    PARKING_PLACES("车位数", "停车位", "停车位数", "车位总数"),
    COMPANY_NAME("物业服务企业名称", "物业企业名称", "物业公司", "物业公司名称", "物业服务企业", "企业名称", "服务企业", "物业服务单位"),
    COMPANY_CODE("统一社会信用代码", "信用代码", "社会信用代码", "企业信用代码"),
    FEE("物业费", "物业费标准", "收费标准", "物业服务费", "物业收费标准", "物业费单价"),
    CONTRACT_TERM("合同起止时间", "合同期限", "服务期限", "合同起止日期", "合同时间", "合同有效期"),
    CONTRACT_FROM("合同开始日期", "合同起始日期", "合同起始时间", "合同开始时间"),
    CONTRACT_TO("合同结束日期", "合同终止日期", "合同到期日期", "合同到期时间", "合同终止时间"),
    SIGNED_ON("签订日期", "合同签订日期", "签约日期"),
    SERVICE_START("服务开始日期", "进场日期", "进场时间", "实际进场日期", "服务开始时间", "进驻时间"),
    SERVICES("服务内容", "服务事项", "服务项目"),
    COMMITTEE("业委会", "业主委员会", "业委会情况", "是否成立业委会", "业主组织"),
    PHONE("联系电话", "办公电话", "小区联系电话", "物业电话"),
    LEGAL_PERSON("法定代表人", "法人", "法人代表"),
    REGISTERED_PLACE("注册地", "注册地址", "住所"),
    REGISTERED_ON("成立日期", "注册日期", "成立时间"),
    CAPITAL("注册资本", "注册资金"),
    STAFF_INSURED("参保人数", "社保人数"),
    MANAGERS("项目经理人数", "持证项目经理人数", "项目经理数"),
    FILED_ON("备案日期", "入库日期"),
    BUILDING("楼幢", "幢号", "楼栋", "楼号", "栋号", "幢"),
    UNIT("单元", "单元号"),
    ROOM("房号", "室号", "户号", "房间号", "房屋号"),
    USE("用途", "房屋用途", "规划用途"),
    AREA("建筑面积", "专有部分面积", "房屋面积", "专有面积"),
    AREA_SOURCE("面积来源"),
    HOME_STATE("状态", "房屋状态", "交付状态"),
    ESTATE_CODE("不动产单元号", "不动产单元代码"),
    OWNER_NAMES("业主姓名", "业主", "产权人", "权利人", "所有权人", "姓名"),
    ID_KIND("证件类型", "证件种类"),
    ID_NUMBERS("证件号码", "身份证号", "身份证号码", "证件号"),
    OWNER_PHONES("电话", "业主电话", "手机号", "手机", "联系电话"),
    OWNERSHIP_FORM("共有方式", "共有情况", "共有形式"),
    SHARES("份额", "共有份额", "占有份额"),
    CAUSE("取得方式", "取得原因"),
    REGISTERED_DAY("登记日期", "登记时间", "登簿日期"),
    REMARK("备注", "说明");

    private final List<String> headers;

    Column(String... headers) {
        this.headers = List.of(headers);
    }

    /** The title in our own template, which every reader of sheets knows. */
    public String title() {
        return headers.getFirst();
    }

    List<String> headers() {
        return headers;
    }

    /** Whether the column speaks of a person: its text is never put into a message. */
    boolean isPersonal() {
        return switch (this) {
            case LEGAL_PERSON, OWNER_NAMES, ID_NUMBERS, OWNER_PHONES -> true;
            default -> false;
        };
    }
}
