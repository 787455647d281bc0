package org.linli.demo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Invented names that sound like Taizhou. Any likeness to a real community, company or person is chance. */
final class DemoNames {

    private static final List<String> FIRST = List.of(
            "永宁", "白云", "葭沚", "翡翠", "丽景", "云栖", "星光", "碧海", "府前", "和合", "金色", "锦绣", "阳光", "滨江", "枫叶", "东方", "海天", "灵江",
            "桂语", "澄江", "方山", "月湖", "春晓", "天和", "临溪", "玉兰", "望江", "九峰", "凤凰", "江南", "西苑", "长兴", "悦澜", "观山", "翠屏", "橘香",
            "大爱", "鉴洋", "芳草", "清风", "同心", "安和", "康宁", "书香", "世纪", "城央", "雅景");
    private static final List<String> LAST =
            List.of("名城", "新村", "小区", "花园", "嘉苑", "华庭", "雅居", "公寓", "家园", "府", "苑", "里", "新苑", "佳园");
    private static final List<String> MORE = List.of("", "", "", "", "一期", "二期", "（东区）", "（西区）", "A区", "北区");
    private static final List<String> COMPANY = List.of(
            "海之约", "云起", "和邻", "瑞安居", "新永安", "蓝湾", "金管家", "绿苑", "嘉和", "广厦家", "联邦居", "天台山", "海西", "润居", "民安", "中远居",
            "恒佳", "宜家园", "诚邦", "福邻", "东海", "博雅", "锦江", "万邻", "华居", "仁和", "众乐", "祥云", "白鹭", "安心", "佳邻", "鼎盛", "橙子", "浩居",
            "立信", "优家");
    private static final List<String> COMPANY_LAST = List.of("物业服务有限公司", "物业管理有限公司", "城市服务有限公司", "生活服务有限公司");
    private static final List<String> SURNAMES = List.of(
            "王", "陈", "李", "林", "张", "金", "叶", "徐", "郑", "杨", "周", "吴", "朱", "蒋", "卢", "项", "黄", "蔡", "应", "阮", "梁",
            "潘", "罗", "洪", "胡", "许", "章", "方", "戴", "尹", "欧阳", "牟", "解", "管", "毛", "丁", "柯", "陶", "江", "葛");
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅春燕建国志文海波晨曦雨欣子轩梓涵宇航佳怡思远婷悦浩然天琪若云清源";

    private final Map<String, Set<String>> used = new HashMap<>();

    String community(String street, SplittableRandom random) {
        while (true) {
            String name = pick(FIRST, random) + pick(LAST, random) + pick(MORE, random);
            if (used.computeIfAbsent(street, s -> new HashSet<>()).add(name)) {
                return name;
            }
        }
    }

    String company(String county, SplittableRandom random) {
        while (true) {
            String name = "台州" + pick(COMPANY, random) + pick(COMPANY_LAST, random);
            if (random.nextInt(3) == 0) {
                name = county.substring(0, 2) + pick(COMPANY, random) + pick(COMPANY_LAST, random);
            }
            if (used.computeIfAbsent("companies", s -> new HashSet<>()).add(name)) {
                return name;
            }
        }
    }

    String person(SplittableRandom random) {
        String given = String.valueOf(GIVEN.charAt(random.nextInt(GIVEN.length())));
        return pick(SURNAMES, random)
                + (random.nextInt(4) == 0 ? given : given + GIVEN.charAt(random.nextInt(GIVEN.length())));
    }

    static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
