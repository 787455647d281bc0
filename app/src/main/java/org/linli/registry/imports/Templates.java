package org.linli.registry.imports;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.linli.platform.sheets.SheetWriter;

/** Our own sheets to fill in: titles, a row 示例 that the import leaves out, and a row of explanations. */
final class Templates {

    private Templates() {}

    static void write(ImportKind kind, OutputStream out) {
        List<Column> columns = new ArrayList<>(kind.columns());
        columns.remove(Column.SEQUENCE);
        List<String> titles = new ArrayList<>(List.of(Column.SEQUENCE.title()));
        List<String> example = new ArrayList<>(List.of("示例"));
        List<String> notes = new ArrayList<>(List.of("说明：带“必填”的列不能为空；本行和示例行不会导入"));
        for (Column column : columns) {
            titles.add(column.title());
            example.add(example(column));
            notes.add((kind.mandatory().contains(column) ? "必填。" : "") + note(column));
        }
        try (SheetWriter sheet = SheetWriter.xlsx(out, "导入", titles)) {
            sheet.row(example);
            sheet.row(notes);
        }
    }

    private static String example(Column column) {
        return switch (column) {
            case SEQUENCE, REMARK, ALIAS, COMMUNITY_CODE -> "";
            case COMMUNITY_NAME -> "永宁名城";
            case COUNTY -> "椒江区";
            case STREET -> "白云街道";
            case NEIGHBOURHOOD -> "界牌社区";
            case ADDRESS -> "中山路290号";
            case TYPE -> "商品房";
            case YEAR_BUILT -> "2019";
            case LAND, GFA, GREEN -> "26220.81";
            case BUILDINGS -> "5";
            case HOUSEHOLDS -> "239";
            case RESIDENTS -> "720";
            case LIFTS, PARKING_PLACES, STAFF_INSURED, MANAGERS -> "10";
            case COMPANY_NAME -> "台州示例物业服务有限公司";
            case COMPANY_CODE -> "91331002A000000113";
            case FEE -> "多层 0.80 / 高层 1.60";
            case CONTRACT_TERM -> "2022-01-01至2024-12-31";
            case CONTRACT_FROM, SIGNED_ON, SERVICE_START, REGISTERED_ON, FILED_ON, REGISTERED_DAY -> "2022-01-01";
            case CONTRACT_TO -> "2024-12-31";
            case SERVICES -> "保洁、绿化、秩序维护、维修";
            case COMMITTEE -> "有";
            case PHONE -> "0576-88420000";
            case LEGAL_PERSON, OWNER_NAMES -> "张三";
            case REGISTERED_PLACE -> "台州市椒江区";
            case CAPITAL -> "500万元";
            case BUILDING -> "1幢";
            case UNIT -> "2";
            case ROOM -> "501";
            case USE -> "住宅";
            case AREA -> "89.50";
            case AREA_SOURCE -> "登记";
            case HOME_STATE -> "已交付";
            case ESTATE_CODE -> "331002001001GB00001F00010001";
            case ID_KIND -> "身份证";
            case ID_NUMBERS -> "331002199001010018";
            case OWNER_PHONES -> "13800000000";
            case OWNERSHIP_FORM -> "单独所有";
            case SHARES -> "100%";
            case CAUSE -> "买卖";
        };
    }

    private static String note(Column column) {
        return switch (column) {
            case GFA, LAND, GREEN, AREA -> "平方米，两位小数";
            case CONTRACT_TERM -> "起止都含当日";
            case SERVICE_START -> "实际进场日，没有确认就留空";
            case SERVICES -> "顿号分开";
            case OWNER_NAMES, ID_NUMBERS, OWNER_PHONES -> "多人用顿号分开，顺序一致";
            case SHARES -> "按份共有时填，如 1/2、1/2";
            case USE -> "住宅、商铺、车位、其他";
            case AREA_SOURCE -> "登记、测绘、合同";
            case HOME_STATE -> "未售、已售未交付、已交付";
            case OWNERSHIP_FORM -> "单独所有、共同共有、按份共有";
            case CAUSE -> "登记、买卖、继承、赠与、判决、离婚、交付";
            case COMMUNITY_CODE -> "十四位，已登记的小区可只填编码";
            case PHONE -> "单位办公电话，不填个人手机";
            default -> "";
        };
    }
}
