package org.linli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a browser can send that is no sheet: each gets a clear sentence and leaves nothing behind. */
@LinliTest
class BadUploadTests {

    private static final long TWO_HUNDRED_MEGABYTES = 200_000_000;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private Visitor clerk = new Visitor(0);
    private long before;

    @BeforeEach
    void signIn() {
        clerk = new StaffMember(people, time, Role.CITY, new Scope.OfDivision(new DivisionCode("3310"))).signedIn(port);
        clerk.get("/imports");
        before = imports();
    }

    private long imports() {
        return jdbc.sql("select count(*) from platform.import")
                .query(Long.class)
                .single();
    }

    @Test
    void twoHundredMegabytesAreRefusedInWords() throws IOException {
        Path file = folder.resolve("large.xlsx");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(TWO_HUNDRED_MEGABYTES);
        }

        HttpResponse<String> answer = clerk.upload("/imports", "kind", "STREET_RETURN", file);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void aTextWithTheEndingOfASheetIsRefusedInWords() throws IOException {
        Path file = Files.write(folder.resolve("letter.xlsx"), new byte[] {0, 1, 2, 3, 0, 0});

        HttpResponse<String> answer = clerk.upload("/imports", "kind", "STREET_RETURN", file);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(imports()).isEqualTo(before);
    }

    @Test
    void withoutTheFormsTokenNothingIsTaken() throws IOException {
        Path file = Files.writeString(folder.resolve("sheet.csv"), "小区名称\n甲\n");
        Visitor stranger = new Visitor(port);

        assertThat(stranger.upload("/imports", "kind", "STREET_RETURN", file).statusCode())
                .isEqualTo(403);
        assertThat(imports()).isEqualTo(before);
    }
}
