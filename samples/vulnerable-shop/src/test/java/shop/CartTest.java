package shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.collections.Transformer;
import org.apache.commons.collections.functors.ChainedTransformer;
import org.apache.commons.collections.functors.ConstantTransformer;
import org.apache.commons.collections.functors.InvokerTransformer;
import org.apache.commons.collections.keyvalue.TiedMapEntry;
import org.apache.commons.collections.map.LazyMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CartTest {
    private static final String MARK = "shop.test.planted";
    private static final Pattern CODE = Pattern.compile("<code>(.*?)</code>");
    private static Visitor visitor;

    @BeforeAll
    static void open() throws Exception {
        visitor = Visitor.inNewShop();
    }

    @AfterAll
    static void close() {
        visitor.close();
    }

    @AfterEach
    void forget() {
        System.clearProperty(MARK);
    }

    @Test
    void aSavedCartRunsWhatTheVisitorPutIn() throws Exception {
        var cart = cartThatSetsAProperty();
        System.clearProperty(MARK);
        visitor.get("/fixed/cart/restore", "saved", cart);
        assertThat(System.getProperty(MARK)).isNull();
        visitor.get("/weak/cart/restore", "saved", cart);
        assertThat(System.getProperty(MARK)).isEqualTo("yes");
        assertThat(visitor.get("/fixed/cart/restore", "saved", "cup=2").body()).contains("{cup=2}");
    }

    /** The published chain for commons-collections 3.2.1; where others start a program, this one sets a property. */
    private static String cartThatSetsAProperty() throws Exception {
        var harmless = new ChainedTransformer(new Transformer[] {new ConstantTransformer("not yet")});
        var inner = LazyMap.decorate(new HashMap<>(), harmless);
        var cart = new HashMap<Object, Object>();
        cart.put(new TiedMapEntry(inner, "key"), "value");
        inner.remove("key");
        var field = ChainedTransformer.class.getDeclaredField("iTransformers");
        field.setAccessible(true);
        field.set(harmless, new Transformer[] {
            new ConstantTransformer(System.class),
            new InvokerTransformer("getMethod", new Class<?>[] {String.class, Class[].class}, new Object[] {
                "setProperty", new Class<?>[] {String.class, String.class}
            }),
            new InvokerTransformer("invoke", new Class<?>[] {Object.class, Object[].class}, new Object[] {
                null, new Object[] {MARK, "yes"}
            }),
            new ConstantTransformer("done")
        });
        var bytes = new ByteArrayOutputStream();
        try (var objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(cart);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Test
    void aCouponFollowsFromTheTime() throws Exception {
        assertThat(guessable("/weak/cart/coupon")).isTrue();
        assertThat(guessable("/fixed/cart/coupon")).isFalse();
    }

    private static boolean guessable(String path) throws Exception {
        var before = System.currentTimeMillis();
        var coupon = code(visitor.get(path).body());
        return LongStream.rangeClosed(before, System.currentTimeMillis())
                .mapToObj(time -> Long.toHexString(new Random(time).nextLong()))
                .anyMatch(coupon::equals);
    }

    @Test
    void equalBlocksOfADeliveryNoteStayEqualAndTheKeyIsKnown() throws Exception {
        var note = "AAAAAAAAAAAAAAAA";
        var weak = code(visitor.get("/weak/cart/note", "note", note).body());
        assertThat(weak.substring(0, 16)).isEqualTo(weak.substring(16, 32));
        var cipher = Cipher.getInstance("DES/ECB/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec("teapot42".getBytes(StandardCharsets.UTF_8), "DES"));
        assertThat(cipher.doFinal(HexFormat.of().parseHex(weak))).isEqualTo(note.getBytes(StandardCharsets.UTF_8));

        var fixed = code(visitor.get("/fixed/cart/note", "note", note).body());
        assertThat(fixed)
                .isNotEqualTo(code(visitor.get("/fixed/cart/note", "note", note).body()));
    }

    @Test
    void anOrderReadsFilesOfTheShop() throws Exception {
        var secret = visitor.shop.storage().root().resolve("secret.txt").toUri();
        var order = "<!DOCTYPE order [<!ENTITY file SYSTEM \"" + secret + "\">]><order>&file;</order>";
        assertThat(visitor.post("/weak/cart/order-xml", "order", order).body()).contains("secret blend");
        var fixed = visitor.post("/fixed/cart/order-xml", "order", order);
        assertThat(fixed.body()).doesNotContain("secret blend").contains("reference");
        assertThat(visitor.post("/fixed/cart/order-xml", "order", "<order>Cup</order>")
                        .body())
                .contains("Ordered: Cup");
    }

    @Test
    void aGiftMessageLooksThingsUp(@TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("private.txt"), "private words");
        var message = "${url:UTF-8:" + file.toUri() + "}";
        assertThat(visitor.get("/weak/cart/gift", "message", message).body()).contains("private words");
        assertThat(visitor.get("/fixed/cart/gift", "message", message).body())
                .doesNotContain("private words")
                .contains("${url:");
    }

    private static String code(String page) {
        var code = CODE.matcher(page);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }
}
