package org.linli.publishing.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.counting.CountedVotes;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.files.FileStore;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.RealTime;
import org.linli.publishing.gate.Contacts;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@LinliTest
class NoticesTests {

    private static final Notices.By CLERK = new Notices.By("测试员", 1L);
    private static final LocalDate TODAY = VoteFixtures.NOTICE;
    private static final DivisionCode STREET = new DivisionCode("331002002");

    @Autowired
    ApplicationContext context;

    @Autowired
    Notices notices;

    @Autowired
    NoticePlaces places;

    @Autowired
    Contacts contacts;

    @Autowired
    FileStore files;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    RealTime real;

    @LocalServerPort
    int port;

    VoteFixtures fixtures;
    CommunityId community;

    @BeforeEach
    void aCommunity() {
        fixtures = VoteFixtures.in(context);
        fixtures.today(TODAY);
        community = Homestead.of(context, 1).id();
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    private NoticePlaces.Place place() {
        return places.find(community, RowScope.everything()).orElseThrow();
    }

    private NewNotice notice(String subject, String body, LocalDate from, LocalDate until) {
        return new NewNotice(
                community, place().division(), place().name(), "OTHER", null, "", subject, body, from, until);
    }

    private Notice posted(String body) {
        Notices.Taken taken = notices.post(notice("停水通知", body, TODAY, TODAY.plusDays(7)), CLERK);
        return notices.find(((Notices.Done) taken).id(), RowScope.everything()).orElseThrow();
    }

    @Test
    void hangsFromItsFirstDayToItsLastAndUntilItIsTakenDown() {
        Notice notice = posted("周三上午停水。");
        assertThat(current()).containsExactly(notice.id());
        fixtures.today(TODAY.plusDays(8));
        assertThat(current()).isEmpty();
        fixtures.today(TODAY.plusDays(7));
        assertThat(current()).containsExactly(notice.id());

        assertThat(notices.retract(notice, " ", CLERK)).isInstanceOf(Notices.Refused.class);
        assertThat(notices.retract(notice, "改期了", CLERK)).isInstanceOf(Notices.Done.class);
        assertThat(notices.retract(notice, "改期了", CLERK))
                .isEqualTo(new Notices.Refused(Notices.Problem.RETRACTED, null));
        assertThat(current()).isEmpty();
        assertThat(new Visitor(port).get("/notices/" + notice.id()).body()).contains("停水", "改期了");
    }

    private List<NoticeId> current() {
        return notices.current(community, place().division()).stream()
                .filter(notice -> notice.id().community() == community.value())
                .map(Notice::id)
                .toList();
    }

    @Test
    void aNoticeOfAStreetHangsInItsCommunitiesAndNowhereElse() {
        NewNotice ofStreet =
                new NewNotice(null, "331002002", "白云街道", "OTHER", null, "", "街道通告", "全街道适用。", TODAY, TODAY.plusDays(1));
        NoticeId id = ((Notices.Done) notices.post(ofStreet, CLERK)).id();

        assertThat(notices.current(community, place().division()))
                .extracting(Notice::id)
                .contains(id);
        assertThat(notices.current(community, "331003001001"))
                .extracting(Notice::id)
                .doesNotContain(id);
    }

    @Test
    void daysAndTextsAreChecked() {
        assertThat(refusal(notice("", "正文", TODAY, TODAY))).isEqualTo(Notices.Problem.TEXT_MISSING);
        assertThat(refusal(notice("标题", "正".repeat(10_001), TODAY, TODAY))).isEqualTo(Notices.Problem.TEXT_TOO_LONG);
        assertThat(refusal(notice("标题", "正文", TODAY.minusDays(1), TODAY))).isEqualTo(Notices.Problem.DAYS);
        assertThat(refusal(notice("标题", "正文", TODAY, TODAY.minusDays(1)))).isEqualTo(Notices.Problem.DAYS);
    }

    private Notices.Problem refusal(NewNotice notice) {
        return ((Notices.Refused) notices.post(notice, CLERK)).problem();
    }

    @Test
    void personalDataIsShownMaskedWithOneClickAndAnOfficesPhoneStays() {
        String text = "请找张三，3幢2单元501室 张三，13800138000，街道电话0576-88881234。";
        Viewer viewer = new Viewer(1, "测试员", 1, Role.STREET, new Scope.OfDivision(STREET), "白云街道");
        assertThat(contacts.add("0576-88881234", "街道物业办", viewer)).isEmpty();
        assertThat(contacts.add("8888", "街道物业办", viewer)).contains(Contacts.Problem.NOT_A_CONTACT);

        try (Visitor street = street()) {
            street.get("/desk/notices/new");
            String refused = street.post(
                            "/desk/notices/new",
                            "place",
                            community.toString(),
                            "subject",
                            "联系办法",
                            "body",
                            text,
                            "from",
                            TODAY.toString(),
                            "until",
                            TODAY.plusDays(3).toString())
                    .body();
            assertThat(refused).contains("手机号", "138****8000", "房号和姓名", "全部遮盖").doesNotContain("固定电话");
            String masked = street.post(
                            "/desk/notices/new",
                            "place",
                            community.toString(),
                            "subject",
                            "联系办法",
                            "body",
                            text,
                            "from",
                            TODAY.toString(),
                            "until",
                            TODAY.plusDays(3).toString(),
                            "mask",
                            "yes")
                    .body();
            assertThat(masked)
                    .contains("501室 张*", "138****8000", "0576-88881234")
                    .doesNotContain("13800138000");
        }
        Notice kept = posted("街道电话0576-88881234。");
        assertThat(kept.openContacts()).containsExactly("+8657688881234");
        assertThat(new Visitor(port)
                        .get("/communities/" + community + "/notices")
                        .body())
                .contains("停水通知");
    }

    private Visitor street() {
        return new StaffMember(people, real, Role.STREET, new Scope.OfDivision(STREET)).signedIn(port);
    }

    @Test
    void aPhotoIsDrawnAnewAndTheDeskForgetsTheNoticeThatLackedOne() throws IOException {
        Notice notice = posted("周三上午停水。");
        assertThat(notice.lacksPhoto(TODAY)).isTrue();
        byte[] photo = jpegWith("GPS 28.6561N 121.4205E");
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains("GPS 28.6561N");

        assertThat(notices.addPhoto(notice, "北门公告栏", TODAY, in(photo), CLERK)).isInstanceOf(Notices.Done.class);

        Notice.Photo kept = notices.photos(notice.id()).getFirst();
        try (FileStore.Copy copy = files.open(kept.hash())) {
            byte[] stored = java.nio.file.Files.readAllBytes(copy.path());
            assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Exif");
            BufferedImage picture = ImageIO.read(copy.path().toFile());
            assertThat(List.of(picture.getWidth(), picture.getHeight()))
                    .as("upright: it was taken lying")
                    .containsExactly(20, 40);
            assertThat(new Color(picture.getRGB(15, 5)).getRed()).isGreaterThan(200);
            assertThat(new Color(picture.getRGB(5, 35)).getRed()).isLessThan(60);
        }
        assertThat(notices.find(notice.id(), RowScope.everything())
                        .orElseThrow()
                        .lacksPhoto(TODAY))
                .isFalse();
    }

    @Test
    void whatIsNoPhotoIsNotTaken() {
        Notice notice = posted("周三上午停水。");

        assertThat(photoProblem(notice, "", TODAY, new byte[0])).isEqualTo(Notices.Problem.PLACE_MISSING);
        assertThat(photoProblem(notice, "北门", TODAY.plusDays(1), new byte[0]))
                .isEqualTo(Notices.Problem.DAY_NOT_POSSIBLE);
        assertThat(photoProblem(notice, "北门", TODAY, new byte[0])).isEqualTo(Notices.Problem.PHOTO_MISSING);
        assertThat(photoProblem(notice, "北门", TODAY, new byte[5_000_001])).isEqualTo(Notices.Problem.PHOTO_TOO_LARGE);
        assertThat(photoProblem(notice, "北门", TODAY, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(Notices.Problem.NOT_A_PHOTO);
    }

    private Notices.Problem photoProblem(Notice notice, String place, LocalDate on, byte[] content) {
        return ((Notices.Refused) notices.addPhoto(notice, place, on, in(content), CLERK)).problem();
    }

    private static InputStream in(byte[] content) {
        return new ByteArrayInputStream(content);
    }

    /** 40 × 20, red on the left, with an Exif part that says it lies on its side (6) and where it was taken. */
    private static byte[] jpegWith(String place) throws IOException {
        BufferedImage picture = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 20, 20);
        pen.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", plain);
        byte[] jpeg = plain.toByteArray();
        byte[] tiff = {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
        byte[] note = place.getBytes(StandardCharsets.US_ASCII);
        int length = 2 + 6 + tiff.length + note.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length, 'E', 'x', 'i', 'f', 0, 0});
        out.write(tiff);
        out.write(note);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    @Test
    void aVoteHangsItsNoticeRollAndResultOnceAndTakesThemDownWhenItIsVoid() {
        Vote vote = CountedVotes.ofEachKind(context, fixtures);
        CommunityId where = vote.id().community();

        assertThat(kinds(where)).containsExactlyInAnyOrder("VOTE", "ROLL", "PRELIMINARY");
        fixtures.step(fixtures.get(vote.id()), VoteState.FINAL);
        assertThat(kinds(where)).contains("RESULT");
        fixtures.step(fixtures.get(vote.id()), VoteState.INVALIDATED);

        String division =
                places.find(where, RowScope.everything()).orElseThrow().division();
        assertThat(notices.current(where, division))
                .filteredOn(notice -> notice.id().community() == where.value())
                .isEmpty();
    }

    private List<String> kinds(CommunityId where) {
        return jdbc.sql("select kind from linli.notice where community_id = :id order by notice_no")
                .param("id", where.value())
                .query(String.class)
                .list();
    }

    @Test
    void aFeaturesNoticeHangsOnceAndItsTextIsMasked() {
        NewNotice notice = new NewNotice(
                community,
                place().division(),
                place().name(),
                "OTHER",
                "test/1",
                "/votes",
                "标题",
                "联系13900139000",
                TODAY,
                TODAY);
        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(status -> notices.hang(notice, CLERK));
        }

        assertThat(notices.current(community, place().division()))
                .filteredOn(one -> one.id().community() == community.value())
                .singleElement()
                .extracting(Notice::body)
                .isEqualTo("联系139****9000");
    }
}
