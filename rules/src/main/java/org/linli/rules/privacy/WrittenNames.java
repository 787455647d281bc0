package org.linli.rules.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.rules.codes.Masks;

/**
 * Finds a room with the name of somebody beside it: {@code 3幢2单元501室 张三}, {@code 业主张三（3-2-501）}.
 *
 * <p>There is no telling a Chinese name from other words by its letters alone. Taken for a name are a frequent surname and one or
 * two characters after it, if nothing but a title or a word that goes with people follows; words that begin like a name are left out.
 */
final class WrittenNames {

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧蔡潘田董袁叶杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石"
            + "戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤柯翁项娄牟应蒋余于章屈阮虞柳颜尤施洪祝俞裘卓"
            + "鲍管倪季葛缪";

    private static final String DOUBLE = "欧阳|司马|上官|诸葛|东方|尉迟|皇甫|令狐|司徒|夏侯|端木|慕容";
    private static final String NUMBER = "(?:[0-9]{1,3}|[A-Z]|[一二三四五六七八九十]{1,3})";
    private static final String PAINTED =
            NUMBER + "\\s*(?:幢|栋|号楼|座|楼)\\s*(?:" + NUMBER + "\\s*(?:单元|门|梯)\\s*)?-?\\s*[0-9]{3,4}\\s*[室房号]?";
    private static final String DASHED = "(?<![0-9-])[0-9]{1,3}-(?:[0-9]{1,2}-)?[0-9]{3,4}\\s*室?(?![0-9-])";
    private static final String ROOM = "(?:" + PAINTED + "|" + DASHED + ")";
    private static final String NAME = "(?<name>(?:" + DOUBLE + "|[" + SURNAMES + "])\\p{IsHan}{1,2}?)";
    private static final String AFTER =
            "(?=$|\\P{IsHan}|先生|女士|小姐|同志|阿姨|等|的|家|反映|反对|同意|投|提出|称|说|诉" + "|欠|未|已|于|在|和|与|及|是|为)";
    private static final String GAP = "[\\s:,;、，。：；（）()\\[\\]【】-]{0,4}";
    private static final String WHO = "(?:业主|户主|住户|居民|房主|租户|联系人|产权人|姓名)?";

    private static final Pattern ROOM_FIRST = Pattern.compile(ROOM + GAP + "的?" + WHO + GAP + NAME + AFTER);
    private static final Pattern NAME_FIRST =
            Pattern.compile("(?:(?<!\\p{IsHan})|(?<=业主|户主|住户|居民|房主|租户|联系人|产权人|候选人|委员))" + NAME + "(?:先生|女士|小姐|同志)?"
                    + GAP + "(?:住|家住|系|是|现住)?" + GAP + ROOM);

    /** Words that begin with a surname and are no names. */
    private static final Pattern WORD =
            Pattern.compile("(?:高空|高层|高度|高低|方便|方案|方式|方向|金额|白天|白色|周边|周围|周一|周二|周三|周四|周五|周六|周日|石材|石板|石子|田园"
                    + "|江边|林木|雷电|马上|马路|毛坯|万元|严重|严禁|武装|向业|向社|向街|向物|应当|应由|应按|应在|应于|余额|余款|管理|管道"
                    + "|管线|施工|任何|任意|范围|顾问|季度|于本|于每|程序|许可|许多|夏季|黄色|黄线|龙头|何时|何种|钱款|段落|项目|章程|史上"
                    + "|尤其|祝贺|洪水).*");

    private WrittenNames() {}

    /** @param half the text in half-width form, character by character @param text as written */
    static List<PersonalDataFinding> in(String half, String text) {
        List<PersonalDataFinding> found = new ArrayList<>();
        find(ROOM_FIRST, half, text, found);
        find(NAME_FIRST, half, text, found);
        return found;
    }

    private static void find(Pattern pattern, String half, String text, List<PersonalDataFinding> found) {
        Matcher matcher = pattern.matcher(half);
        int from = 0;
        while (matcher.find(from)) {
            from = matcher.end();
            if (!WORD.matcher(matcher.group("name")).matches()) {
                String masked = text.substring(matcher.start(), matcher.start("name"))
                        + Masks.name(matcher.group("name"))
                        + text.substring(matcher.end("name"), matcher.end());
                found.add(new PersonalDataFinding(
                        PersonalDataKind.ROOM_AND_NAME, matcher.start(), matcher.end(), masked));
            }
        }
    }
}
