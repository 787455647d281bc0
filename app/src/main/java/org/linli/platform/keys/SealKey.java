package org.linli.platform.keys;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.linli.platform.home.LinliHome;
import org.springframework.stereotype.Component;

/**
 * The key by which Linli seals heads of public records: Ed25519 in a PKCS#12 file, made at the first start and never again. Its
 * password is a secret of this home. Losing the file loses the right to seal, not what was sealed.
 */
@Component
public final class SealKey {

    private static final String ALIAS = "seal";
    private static final String PASSWORD = "LINLI_SEAL_PASSWORD";
    private static final int PATIENCE_SECONDS = 300;

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    public SealKey(LinliHome home, Secrets secrets) {
        Path file = home.keys().resolve("seal.p12");
        String password = secrets.text("seal-password");
        try {
            if (!Files.exists(file)) {
                make(home.keys(), file, password);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, password.toCharArray());
            }
            privateKey = (PrivateKey) store.getKey(ALIAS, password.toCharArray());
            publicKey = store.getCertificate(ALIAS).getPublicKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("damaged seal key " + file, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    public PublicKey publicKey() {
        return publicKey;
    }

    /** By the JDK's keytool, which makes the certificate that a PKCS#12 entry must have; moved into place only when whole. */
    private static void make(Path folder, Path file, String password) throws IOException {
        Path draft = Files.createTempDirectory(folder, "seal-");
        Path made = draft.resolve("seal.p12");
        ProcessBuilder keytool = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "Ed25519",
                "-dname",
                "CN=Linli seal",
                "-validity",
                "36500",
                "-storetype",
                "PKCS12",
                "-keystore",
                made.toString(),
                "-storepass:env",
                PASSWORD));
        keytool.environment().put(PASSWORD, password);
        Process process = keytool.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("keytool made no seal key");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(draft);
    }
}
