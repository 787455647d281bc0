package org.linli.decisions.scrutiny;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoveredScanTests {

    @TempDir
    Path folder;

    @Test
    void leavesTheQuestionsAlone() throws IOException {
        BufferedImage covered = covered(ScanSamples.upright());

        assertThat(light(covered, 50)).as("the head").isFalse();
        assertThat(light(covered, 300)).as("the questions").isTrue();
        assertThat(light(covered, 550)).as("the questions").isTrue();
        assertThat(light(covered, 700)).as("the signature").isFalse();
        assertThat(light(covered, 980)).as("below the code").isFalse();
    }

    @Test
    void coversANumberedBallotFromTheEdgeOfItsCode() throws IOException {
        BufferedImage covered = covered(ScanSamples.numbered());

        assertThat(light(covered, 745)).as("the last question").isTrue();
        assertThat(light(covered, 780)).as("the upper edge of the code").isFalse();
        assertThat(light(covered, 980)).as("below the code").isFalse();
    }

    @Test
    void coversTheFootOfAPageThatLiesUpsideDown() throws IOException {
        BufferedImage covered = covered(ScanSamples.upsideDown());

        assertThat(light(covered, 20)).isFalse();
        assertThat(light(covered, 300)).as("the signature").isFalse();
        assertThat(light(covered, 600)).as("the questions").isTrue();
        assertThat(light(covered, 950)).as("the head").isFalse();
    }

    @Test
    void coversThePageOfAPdfThatHasTheCode() throws IOException {
        byte[] pdf = ScanSamples.pdf(ScanSamples.blank(), ScanSamples.upright());

        BufferedImage covered = ImageIO.read(new ByteArrayInputStream(cover(pdf).orElseThrow()));

        int tenth = covered.getHeight() / 10;
        assertThat(light(covered, tenth / 2)).as("the head").isFalse();
        assertThat(light(covered, 3 * tenth)).as("the questions").isTrue();
        assertThat(light(covered, 7 * tenth)).as("the signature").isFalse();
        assertThat(cover(ScanSamples.pdf(ScanSamples.blank()))).as("no code").isEmpty();
    }

    @Test
    void showsNothingThatItCannotCover() throws IOException {
        assertThat(cover(ScanSamples.png(ScanSamples.blank()))).as("no code").isEmpty();
        assertThat(cover("%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    }

    private BufferedImage covered(BufferedImage page) throws IOException {
        return ImageIO.read(
                new ByteArrayInputStream(cover(ScanSamples.png(page)).orElseThrow()));
    }

    private Optional<byte[]> cover(byte[] scan) throws IOException {
        return CoveredScan.of(Files.write(folder.resolve("scan"), scan));
    }

    private static boolean light(BufferedImage picture, int y) {
        return new Color(picture.getRGB(400, y)).getRed() > 128;
    }
}
