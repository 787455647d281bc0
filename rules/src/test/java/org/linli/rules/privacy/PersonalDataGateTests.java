package org.linli.rules.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.rules.codes.ResidentId;

class PersonalDataGateTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // identity numbers: plain, with X, spaced, full-width, in Chinese digits, inside longer digits, one
                // digit wrong
                "330102199001010012|RESIDENT_ID|330102********0012",
                "33010219900101008X|RESIDENT_ID|330102********008X",
                "33010219900101008x|RESIDENT_ID|330102********008X",
                "330102 19900101 0012|RESIDENT_ID|330102********0012",
                "3 3 0 1 0 2 1 9 9 0 0 1 0 1 0 0 1 2|RESIDENT_ID|330102********0012",
                "330102-19900101-008 X|RESIDENT_ID|330102********008X",
                "３３０１０２１９９００１０１００１２|RESIDENT_ID|330102********0012",
                "33010219900101008Ｘ|RESIDENT_ID|330102********008X",
                "三三〇一〇二一九九零零一零一零零一二|RESIDENT_ID|330102********0012",
                "330102199001010018|RESIDENT_ID|330102********0018",
                "330102190001010019|RESIDENT_ID|330102********0019",
                "330102209912310019|RESIDENT_ID|330102********0019",
                // cards of 16 to 19 digits by their check digit
                "4111111111111111|BANK_CARD|****1111",
                "4111 1111 1111 1111|BANK_CARD|****1111",
                "62220213020100007|BANK_CARD|****0007",
                "6222021302010000122|BANK_CARD|****0122",
                "6222-0213-0201-0000-122|BANK_CARD|****0122",
                "622202 1302010000122|BANK_CARD|****0122",
                "6 2 2 2 0 2 1 3 0 2 0 1 0 0 0 0 1 2 2|BANK_CARD|****0122",
                "4012888888881881|BANK_CARD|****1881",
                "5555555555554444|BANK_CARD|****4444",
                "6011000990139424|BANK_CARD|****9424",
                // mobiles
                "13800138000|MOBILE|138****8000",
                "138 0013 8000|MOBILE|138****8000",
                "138-0013-8000|MOBILE|138****8000",
                "138.0013.8000|MOBILE|138****8000",
                "138 00138000|MOBILE|138****8000",
                "1380013 8000|MOBILE|138****8000",
                "1380 013 8000|MOBILE|138****8000",
                "1380 0138 000|MOBILE|138****8000",
                "138 001 38000|MOBILE|138****8000",
                "13800 138000|MOBILE|138****8000",
                "138001 38000|MOBILE|138****8000",
                "138 001 380 00|MOBILE|138****8000",
                "1 3 8 0 0 1 3 8 0 0 0|MOBILE|138****8000",
                "１３８００１３８０００|MOBILE|138****8000",
                "一三八零零一三八零零零|MOBILE|138****8000",
                "一三八〇〇一三八〇〇〇|MOBILE|138****8000",
                "8613800138000|MOBILE|138****8000",
                "86 138 0013 8000|MOBILE|138****8000",
                "0086-13800138000|MOBILE|138****8000",
                "19912345678|MOBILE|199****5678",
                // landlines
                "0576-88881234|LANDLINE|**********1234",
                "057688881234|LANDLINE|**********1234",
                "010-8888 1234|LANDLINE|*********1234",
                "0576 8888 1234|LANDLINE|**********1234",
                "010 888 81234|LANDLINE|*********1234",
                "86-576-88881234|LANDLINE|**********1234",
                // mail
                "zhang.san@example.com|EMAIL|z***@example.com",
                "zhang@mail.example.com.cn|EMAIL|z***@mail.example.com.cn",
                "ｚｓ＠ｅｘａｍｐｌｅ．ｃｏｍ|EMAIL|z***@example.com",
                // plates
                "浙J12345|PLATE|浙****45",
                "浙J·D1234|PLATE|浙****34",
                "浙JD12345|PLATE|浙****45",
                "浙 j-12345|PLATE|浙****45",
                "浙J1234挂|PLATE|浙****4挂",
                // a room with a name
                "3幢2单元501室 张三|ROOM_AND_NAME|3幢2单元501室 张*",
                "3幢501室业主王小明|ROOM_AND_NAME|3幢501室业主王**",
                "3幢2单元501室（欧阳锋）|ROOM_AND_NAME|3幢2单元501室（欧**",
                "3-2-501 李四|ROOM_AND_NAME|3-2-501 李*",
                "3-501：李四|ROOM_AND_NAME|3-501：李*",
                "A座1203 陈晓|ROOM_AND_NAME|A座1203 陈*",
                "十二幢301 周杰|ROOM_AND_NAME|十二幢301 周*",
                "张三（3幢2单元501室）|ROOM_AND_NAME|张*（3幢2单元501室",
                "张三先生住3-2-501|ROOM_AND_NAME|张*先生住3-2-501",
            })
    void findsItAloneAndInASentence(String data, PersonalDataKind kind, String masked) {
        assertThat(PersonalDataGate.find(data)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(kind);
            assertThat(finding.begin()).isZero();
            assertThat(finding.masked()).isEqualTo(masked);
        });

        String sentence = "经查：" + data + "。";
        PersonalDataFinding within =
                PersonalDataGate.find(sentence).stream().findFirst().orElseThrow();
        assertThat(within.kind()).isEqualTo(kind);
        assertThat(within.begin()).isEqualTo(3);
        assertThat(PersonalDataGate.find(PersonalDataGate.mask(sentence, OpenContacts.NONE)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "第3次公告，2024-03-01至2024-03-29投票。",
                "2024-03-29 2024-04-12 2024-05-01",
                "2024.03.29 9时至17时，共15 300 120 450户",
                "总面积24000.00平方米，300人；同意8000.01平方米、101人。",
                "建筑面积12345678901234567890",
                "维修资金1380013800元",
                "合同编号20240301000123456",
                "统一社会信用代码91331002MA2XTEST01",
                "913310021234567891",
                "990102199001010017",
                "330102199013010017",
                "330102189901010017",
                "330102210001010010",
                "4111111111111112",
                "4012888888881882",
                "62220213020100001X",
                "138元0013户8000",
                "4111 11 11 11 11 1111",
                "0411111111111111",
                "411111111111111",
                "12800138000",
                "138001380001",
                "1380013800",
                "03761234",
                "8888 1234",
                "拨打12345",
                "电话12345678",
                "记录根 0f13800138000aaa0f13800138000aaa0f13800138000aaa0f13800138000aaaa",
                "a@b",
                "@所有人",
                "浙J车牌",
                "浙江12345",
                "浙JABCDE",
                "浙J123456789",
                "3幢2单元501室",
                "张三",
                "3幢 张三",
                "3幢2单元501室 高空抛物",
                "3幢2单元501室业主反映漏水",
                "3幢2单元501室 方便残疾人",
                "当选：张三（主任）、李四（委员）",
                "2幢 2024 年",
                "第1-2024号",
            })
    void letsThroughWhatIsNobodys(String text) {
        assertThat(PersonalDataGate.find(text)).isEmpty();
        assertThat(PersonalDataGate.mask(text, OpenContacts.NONE)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "电话88881234,2,****1234",
        "联系电话：8888-1234,5,****1234",
        "请致电 888 1234。,4,***1234",
        "Tel: 88881234,5,****1234",
    })
    void aLocalNumberIsKnownByTheWordBeforeIt(String text, int begin, String masked) {
        assertThat(PersonalDataGate.find(text)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(PersonalDataKind.LANDLINE);
            assertThat(finding.begin()).isEqualTo(begin);
            assertThat(finding.masked()).isEqualTo(masked);
        });
    }

    @Test
    void masksEverythingAndKeepsTheRest() {
        String text = "3幢2单元501室 张三（13800138000，身份证330102199001010012）停放浙J12345，卡号4111 1111 1111 1111。";

        assertThat(PersonalDataGate.find(text))
                .extracting(PersonalDataFinding::kind)
                .containsExactly(
                        PersonalDataKind.ROOM_AND_NAME,
                        PersonalDataKind.MOBILE,
                        PersonalDataKind.RESIDENT_ID,
                        PersonalDataKind.PLATE,
                        PersonalDataKind.BANK_CARD);
        assertThat(PersonalDataGate.mask(text, OpenContacts.NONE))
                .isEqualTo("3幢2单元501室 张*（138****8000，身份证330102********0012）停放浙****45，卡号****1111。");
    }

    @Test
    void numbersBesideEachOtherAreAllFound() {
        assertThat(PersonalDataGate.find("13800138000 13900139000-330102199001010012 统一13700137000"))
                .extracting(PersonalDataFinding::begin)
                .containsExactly(0, 12, 24, 45);
        assertThat(PersonalDataGate.find("99330102199001010012"))
                .singleElement()
                .extracting(PersonalDataFinding::begin)
                .isEqualTo(2);
        assertThat(PersonalDataGate.find("13800138000\n13900139000")).hasSize(2);
        assertThat(PersonalDataGate.find("12 8613800138000"))
                .singleElement()
                .extracting(PersonalDataFinding::begin)
                .isEqualTo(3);
    }

    @Test
    void aDigestBeforeItMovesNoPlace() {
        String digest = "0f".repeat(32);

        assertThat(PersonalDataGate.mask("记录根 " + digest + "，电话13800138000", OpenContacts.NONE))
                .isEqualTo("记录根 " + digest + "，电话138****8000");
    }

    @Test
    void aListBeginsWithANameAndGoesOn() {
        assertThat(PersonalDataGate.mask("1-101 王五、1-102 赵六；联系人钱七（2幢301）", OpenContacts.NONE))
                .isEqualTo("1-101 王*、1-102 赵*；联系人钱*（2幢301）");
    }

    @Test
    void openContactsStay() {
        OpenContacts open = new OpenContacts(Set.of("+8657688881234", "+8613800138000", "office@example.gov.cn"));
        String text = "联系电话0576-88881234、13800138000、Office@example.gov.cn；电话88881234";

        assertThat(PersonalDataGate.find(text, open)).isEmpty();
        assertThat(PersonalDataGate.mask(text + "，13900139000", open)).isEqualTo(text + "，139****9000");
        assertThat(PersonalDataGate.find("电话8881234", open)).hasSize(1);
        OpenContacts one = new OpenContacts(Set.of("+8657688881234"));
        assertThat(PersonalDataGate.find("电话88881234", one)).isEmpty();
        assertThat(PersonalDataGate.find("电话88885678", one)).hasSize(1);
        assertThat(PersonalDataGate.find("电话8881234", new OpenContacts(Set.of("+449998881234"))))
                .hasSize(1);
    }

    @Test
    void contactsAreKeptInOneForm() {
        assertThat(OpenContacts.normalise(" 0576-8888 1234 ")).contains("+8657688881234");
        assertThat(OpenContacts.normalise("Office@Example.gov.cn ")).contains("office@example.gov.cn");
        assertThat(OpenContacts.normalise("ｏ＠ｅｘ．ｃｎ")).contains("o@ex.cn");
        assertThat(OpenContacts.normalise("8888")).isEmpty();
        assertThat(OpenContacts.normalise("office@cn")).isEmpty();
    }

    @Test
    void aFindingHasAPlace() {
        assertThatThrownBy(() -> new PersonalDataFinding(PersonalDataKind.EMAIL, -1, 2, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PersonalDataFinding(PersonalDataKind.EMAIL, 2, 2, ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Seeded: whatever the sequence and the spacing, a sound number is found, and never after it is masked. */
    @Test
    void everySoundNumberIsFoundWhateverItsSpacing() {
        Random random = new Random(20231102);
        for (int i = 0; i < 500; i++) {
            String first = "33100219" + (50 + random.nextInt(50)) + "0" + (1 + random.nextInt(9))
                    + (10 + random.nextInt(18)) + String.format("%03d", random.nextInt(1000));
            String id = first + ResidentId.checkCharacter(first);
            String spaced = spaced(id, random);

            List<PersonalDataFinding> found = PersonalDataGate.find("号" + spaced + "止");

            assertThat(found).as(spaced).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(PersonalDataKind.RESIDENT_ID);
                assertThat(finding.end()).isEqualTo(1 + spaced.length());
            });
            assertThat(PersonalDataGate.find(PersonalDataGate.mask("号" + spaced + "止", OpenContacts.NONE)))
                    .isEmpty();
        }
    }

    private static String spaced(String digits, Random random) {
        List<String> gaps = List.of("", "", " ", "-", "\u200b", "　");
        return String.join(
                "",
                IntStream.range(0, digits.length())
                        .mapToObj(i -> digits.charAt(i) + (i + 1 == digits.length() ? "" : gaps.get(random.nextInt(6))))
                        .toList());
    }
}
