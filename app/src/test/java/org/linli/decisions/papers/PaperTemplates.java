package org.linli.decisions.papers;

import java.util.List;
import org.linli.platform.documents.DocxMaker;
import org.linli.platform.documents.Paper;

/** What the shipped templates say. {@link ShippedPapersTests} writes them anew from here when told to. */
final class PaperTemplates {

    private PaperTemplates() {}

    static byte[] of(Paper paper) {
        return switch (paper.code()) {
            case "vote-notice" -> voteNotice();
            case "ballot" -> ballot();
            case "delivery-list" -> deliveryList();
            case "count-sheet" -> countSheet();
            case "result-notice" -> resultNotice();
            case "filing-form" -> filingForm();
            case "objection-ruling" -> objectionRuling();
            case "claim-letter" -> claimLetter();
            default -> throw new IllegalArgumentException(paper.code());
        };
    }

    private static byte[] voteNotice() {
        return new DocxMaker()
                .title("{{community}}业主共同决定事项表决公告")
                .aligned("right", "编号：{{number}}")
                .line("{{community}}全体业主：")
                .text("根据《中华人民共和国民法典》第二百七十八条、《物业管理条例》和《台州市物业管理条例》的规定，由{{convener}}召集，就“{{title}}”组织业主共同表决。现将有关事项公告如下：")
                .heading("一、表决事项")
                .table(
                        List.of(700, 4300, 1800, 2400),
                        List.of(
                                List.of("序号", "议题内容", "通过条件", "法律依据"),
                                List.of("{{#questions}}{{no}}", "{{text}}", "{{threshold}}", "{{law}}{{/questions}}")))
                .heading("二、表决范围和业主名册")
                .text(
                        "表决范围：{{scope}}。业主名册于{{roll-date}}零时固定，共计业主 {{heads}} 人，专有部分面积 {{area}} ㎡。业主可核对本人名册记录，有异议的，请在{{challenge-until}}前提出。")
                .heading("三、表决时间和方式")
                .text(
                        "表决自{{opens}}起至{{closes}}止，采用{{form}}。线上表决请扫描文末二维码；不便使用手机的业主可以领取纸质表决票，也可以要求工作人员上门或者到助老投票点办理。每一业主只能表决一次，表决提交后不能更改。")
                .text("纸质表决票领取和交回地点：{{return-places}}。")
                .heading("四、附件")
                .line("{{#annexes}}")
                .text("{{no}}. {{title}}")
                .line("{{/annexes}}")
                .heading("五、联系方式")
                .text("{{contact}}")
                .aligned("center", "{{page-code}}")
                .aligned("center", "扫码查看公告、表决和查询回执：{{page-address}}")
                .aligned("right", "{{issued-by}}")
                .aligned("right", "{{issued-on}}")
                .make();
    }

    private static byte[] ballot() {
        List<Integer> widths = List.of(5100, 1400, 1400, 1400);
        return new DocxMaker()
                .title("{{community}}业主表决票")
                .aligned("right", "票号：{{number}}")
                .line("表决名称：{{title}}")
                .line("专有部分：{{place}}　　业主人数：{{heads}} 人　　面积：{{area}} ㎡")
                .line("表决时间：{{opens}} 至 {{closes}}")
                .line("{{#questions}}")
                .bold("{{no}}. {{text}}")
                .small("{{how}}")
                .grid(
                        widths,
                        List.of(
                                List.of("{{#single}}{{label}}", "□ 同意", "□ 反对", "□ 弃权{{/single}}"),
                                List.of("{{#candidates}}候选人：{{label}}", "□ 同意", "□ 反对", "□ 弃权{{/candidates}}"),
                                List.of("{{#options}}{{label}}", "□ 选择此项{{/options}}")))
                .line("{{/questions}}")
                .heading("填写说明")
                .small("1. 每一行只能在一个方框内打“√”，涂改、多选或者无法辨认的，该项视为无效。")
                .small("2. 同意、反对、弃权具有同等地位，由业主自主选择，任何人不得代填。")
                .small("3. 已经在线上表决的，不再填写本票；两者都有的，以先提交的有效表决为准。")
                .small("4. 请在{{closes}}前将本票交至：{{return-places}}。联系方式：{{contact}}。")
                .line("业主（代理人）签名：　　　　　　　　　　　　日期：　　　年　　月　　日")
                .aligned("center", "{{page-code}}")
                .aligned("center", "公告与查询：{{page-address}}")
                .aligned("right", "{{issued-by}}")
                .make();
    }

    private static byte[] deliveryList() {
        return new DocxMaker()
                .landscape()
                .title("{{community}}表决材料送达签收表")
                .line("表决名称：{{title}}　　楼栋：{{building}}　　表决截止：{{closes}}")
                .table(
                        List.of(800, 2400, 2000, 2000, 2000, 1800, 2800),
                        List.of(
                                List.of("序号", "房屋", "业主", "票号", "送达方式", "送达日期", "签收人签名"),
                                List.of(
                                        "{{#homes}}{{no}}",
                                        "{{place}}",
                                        "{{owner}}",
                                        "{{ballot}}",
                                        "{{way}}",
                                        "{{date}}",
                                        "{{/homes}}")))
                .small("本表只记载表决材料是否送达，不得记载业主的表决意见；由两名工作人员送达并签名，物业服务企业人员不得参与。")
                .line("送达人（两人）签名：　　　　　　　　　　、　　　　　　　　　　")
                .aligned("right", "{{issued-by}}　{{printed-on}}")
                .make();
    }

    private static List<List<String>> tally() {
        return List.of(
                List.of("{{#questions}}议题{{no}}", "{{text}}"),
                List.of("通过条件", "{{threshold}}"),
                List.of("", "人数（人）", "面积（㎡）", "占比"),
                List.of("参与表决", "{{took-part-heads}}", "{{took-part-area}}", "{{took-part-share}}"),
                List.of("同意", "{{agreed-heads}}", "{{agreed-area}}", "{{agreed-share}}"),
                List.of("未同意", "{{not-agreed}}"),
                List.of("结论", "{{outcome}}"),
                List.of("说明", "{{note}}{{/questions}}"));
    }

    private static byte[] countSheet() {
        return new DocxMaker()
                .title("{{community}}业主表决计票表")
                .line("表决名称：{{title}}")
                .line("表决时间：{{opens}} 至 {{closes}}")
                .line("应表决业主：{{heads}} 人　　专有部分面积：{{area}} ㎡")
                .heading("一、票数核对")
                .grid(
                        List.of(1550, 1550, 1550, 1550, 1550, 1550),
                        List.of(
                                List.of("线上表决", "发出纸票", "收回纸票", "作废纸票", "代理表决", "助老投票"),
                                List.of(
                                        "{{phone-ballots}}",
                                        "{{paper-issued}}",
                                        "{{paper-returned}}",
                                        "{{paper-voided}}",
                                        "{{proxy-ballots}}",
                                        "{{assisted-ballots}}")))
                .heading("二、计票结果")
                .grid(List.of(1500, 2600, 2600, 2600), tally())
                .heading("三、计票和监票")
                .table(
                        List.of(2600, 3000, 3700),
                        List.of(
                                List.of("身份", "姓名", "签名"),
                                List.of("{{#witnesses}}{{role}}", "{{name}}", "{{/witnesses}}")))
                .text("以上人员现场见证计票，核对票数与系统记录一致。见证签字日期：{{decided-on}}。")
                .small("表决记录树根：{{root}}")
                .make();
    }

    private static byte[] resultNotice() {
        return new DocxMaker()
                .title("{{community}}业主共同决定事项表决结果公告")
                .aligned("right", "编号：{{number}}")
                .line("{{community}}全体业主：")
                .text(
                        "由{{convener}}召集的“{{title}}”表决已于{{closes}}结束（{{opens}}开始），表决范围为{{scope}}，应表决业主 {{heads}} 人，专有部分面积 {{area}} ㎡。经现场见证计票，结果公告如下：")
                .grid(List.of(1500, 2600, 2600, 2600), tally())
                .text("{{deemed}}")
                .line("{{#elected}}")
                .text("当选：{{name}}，{{post}}，任期{{term}}。")
                .line("{{/elected}}")
                .heading("异议与救济")
                .text(
                        "业主对表决结果有异议的，请在{{objection-until}}前提出，方式：{{objection-way}}。业主认为决定侵害其合法权益的，可以依照《中华人民共和国民法典》第二百八十条请求人民法院予以撤销，应在{{court-until}}前提起诉讼。")
                .text("联系方式：{{contact}}")
                .small("表决记录树根：{{root}}。业主可凭回执核对自己的表决已被计入，任何人可以重新计票。")
                .aligned("center", "{{page-code}}")
                .aligned("center", "{{page-address}}")
                .aligned("right", "{{issued-by}}")
                .aligned("right", "{{issued-on}}")
                .make();
    }

    private static byte[] filingForm() {
        return new DocxMaker()
                .title("业主委员会备案表")
                .grid(
                        List.of(2000, 2650, 2000, 2650),
                        List.of(
                                List.of("物业管理区域", "{{community}}", "所在区划", "{{division}}"),
                                List.of("地址", "{{address}}"),
                                List.of("业主人数", "{{heads}} 人", "专有部分面积", "{{area}} ㎡"),
                                List.of("业主委员会", "{{committee}}", "选举产生日期", "{{elected-on}}"),
                                List.of("任期起", "{{term-from}}", "任期止", "{{term-to}}"),
                                List.of("联系方式", "{{contact}}", "备案期限", "{{file-until}}")))
                .heading("委员名单")
                .table(
                        List.of(800, 2000, 1900, 2400, 2200),
                        List.of(
                                List.of("序号", "姓名", "职务", "房屋", "联系电话"),
                                List.of(
                                        "{{#members}}{{no}}",
                                        "{{name}}",
                                        "{{post}}",
                                        "{{place}}",
                                        "{{phone}}{{/members}}")))
                .heading("所附材料")
                .line("{{#annexes}}")
                .text("{{no}}. {{title}}")
                .line("{{/annexes}}")
                .grid(
                        List.of(4650, 4650),
                        List.of(List.of("街道办事处（乡镇人民政府）意见：\n\n\n　　　　　（盖章）　　年　月　日", "县级物业主管部门意见：\n\n\n　　　　　（盖章）　　年　月　日")))
                .small("依据《物业管理条例》第十六条，业主委员会应当自选举产生之日起三十日内，向县级物业主管部门和街道办事处、乡镇人民政府备案。本表含个人信息，仅供备案使用，不得公开张贴。")
                .aligned("right", "填表日期：{{issued-on}}")
                .make();
    }

    private static byte[] objectionRuling() {
        return new DocxMaker()
                .title("异议处理决定书")
                .aligned("right", "编号：{{number}}")
                .line("异议人：{{objector}}")
                .line("物业管理区域：{{community}}")
                .line("表决名称：{{title}}")
                .text("异议人于{{raised-on}}提出异议，现已审查终结。")
                .heading("一、异议内容")
                .text("{{objection}}")
                .heading("二、查明事实")
                .text("{{facts}}")
                .heading("三、理由和依据")
                .text("{{grounds}}")
                .heading("四、处理决定")
                .text("{{ruling}}")
                .heading("五、救济途径")
                .text("{{remedy}}")
                .aligned("right", "{{issued-by}}")
                .aligned("right", "{{issued-on}}")
                .make();
    }

    private static byte[] claimLetter() {
        return new DocxMaker()
                .title("业主认证信")
                .line("{{owner}} 业主：")
                .text("您是{{community}}{{place}}登记的业主。请使用以下一次性认证码，在手机上完成业主认证，以便核对名册、参加业主表决、查询回执。")
                .aligned("center", "认证码")
                .aligned("center", "{{code}}")
                .heading("办理方法")
                .text("1. 扫描下方二维码，或者在浏览器中打开：{{page-address}}")
                .text("2. 选择“我收到了认证信”，输入认证码和您的身份证件号码。")
                .text("3. 认证结果会告知同一房屋登记的其他共有人，异议期为七日。")
                .aligned("center", "{{page-code}}")
                .text("认证码在{{valid-until}}前有效，只能使用一次。请勿将认证码告诉他人，工作人员不会向您索要。如果您不是该房屋业主，请将本信退回。")
                .text("不便使用手机的业主，可以携带身份证件和产权证明到社区办理。联系方式：{{contact}}")
                .aligned("right", "{{issued-by}}")
                .aligned("right", "{{issued-on}}")
                .make();
    }
}
