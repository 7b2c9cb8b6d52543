package shop.cart;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import shop.web.Page;
import shop.web.TwinServlet;

/** A04:2025, CWE-327 and CWE-321: DES, block by block, with a key that everybody can read here. */
public final class DeliveryNote extends TwinServlet {
    private static final long serialVersionUID = 1L;
    private static final int TAG_BITS = 128;
    private static final int IV_BYTES = 12;
    private final transient SecretKey key;

    public DeliveryNote() {
        key = newKey();
    }

    @Override
    protected void weak(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var cipher = Cipher.getInstance("DES/ECB/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec("teapot42".getBytes(), "DES"));
        show(cipher.doFinal(note(request)), response);
    }

    /** AES in GCM with a key made at start and a fresh initialisation vector, which goes in front. */
    @Override
    protected void fixed(HttpServletRequest request, HttpServletResponse response) throws Exception {
        var iv = new byte[IV_BYTES];
        new SecureRandom().nextBytes(iv);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
        var encrypted = cipher.doFinal(note(request));
        var message = ByteBuffer.allocate(iv.length + encrypted.length).put(iv).put(encrypted);
        show(message.array(), response);
    }

    private static byte[] note(HttpServletRequest request) {
        return parameter(request, "note").getBytes(StandardCharsets.UTF_8);
    }

    private static void show(byte[] encrypted, HttpServletResponse response) throws IOException {
        var form = Page.form("get", "note", "Note", "Ring twice");
        Page.send(
                response,
                "Encrypt a delivery note",
                form + "<p><code>" + HexFormat.of().formatHex(encrypted) + "</code></p>");
    }

    private static SecretKey newKey() {
        try {
            return KeyGenerator.getInstance("AES").generateKey();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no AES", e);
        }
    }
}
