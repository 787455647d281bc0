package org.linli.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The poster names the community and leads to its page: the code printed is read back. */
@LinliTest
class PosterTests {

    private static final Pattern CODE =
            Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\".*?<path d=\"([^\"]+)\"", Pattern.DOTALL);
    private static final int PIXELS = 6;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theCodeLeadsToThePageOfTheCommunity() throws ReaderException {
        long id = jdbc.sql("select min(community_id) from linli.community_version")
                .query(Long.class)
                .single();
        String name = jdbc.sql("select name from linli.community_version where community_id = :id limit 1")
                .param("id", id)
                .query(String.class)
                .single();
        try (Visitor http = new Visitor(port)) {
            assertThat(http.get("/communities/" + id).body()).contains("/communities/" + id + "/poster");
            String page = http.get("/communities/" + id + "/poster").body();

            assertThat(page).contains("<h1>" + name + "</h1>").contains("投诉电话").contains("演示数据，请勿张贴");
            assertThat(page).doesNotContain("src=\"http");
            assertThat(read(page)).endsWith("/communities/" + id).startsWith("http");
            assertThat(page).contains(read(page));
        }
    }

    @Test
    void thereIsNoPosterOfAnUnknownCommunity() {
        try (Visitor http = new Visitor(port)) {
            assertThat(http.get("/communities/999999999/poster").statusCode()).isEqualTo(404);
            assertThat(http.get("/communities/0/poster").statusCode()).isEqualTo(404);
        }
    }

    /** Draws the path as a browser does and reads it as a phone does. */
    private static String read(String page) throws ReaderException {
        Matcher code = CODE.matcher(page);
        if (!code.find()) {
            throw NotFoundException.getNotFoundInstance();
        }
        int size = Integer.parseInt(code.group(1));
        int[] pixels = new int[size * size * PIXELS * PIXELS];
        Arrays.fill(pixels, 0xffffff);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(code.group(2));
        while (square.find()) {
            for (int y = 0; y < PIXELS; y++) {
                int from = (Integer.parseInt(square.group(2)) * PIXELS + y) * size * PIXELS
                        + Integer.parseInt(square.group(1)) * PIXELS;
                Arrays.fill(pixels, from, from + PIXELS, 0);
            }
        }
        LuminanceSource picture = new RGBLuminanceSource(size * PIXELS, size * PIXELS, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }
}
