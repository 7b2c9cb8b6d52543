package shop.account;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import shop.store.Database;

/** The people who can sign in. Their passwords are made at start and told on the terminal. */
public final class Accounts {
    private static final int ROUNDS = 20_000;
    private static final int KEY_BITS = 256;
    private final Database database;
    private final Map<String, String> passwords = new TreeMap<>();
    private final Map<String, String> visitors = new ConcurrentHashMap<>();

    public Accounts(Database database) throws SQLException, GeneralSecurityException {
        this.database = database;
        open("ada");
        open("linus");
    }

    /** Passwords by name, for the demonstration. */
    public Map<String, String> passwords() {
        return Map.copyOf(passwords);
    }

    private void open(String name) throws SQLException, GeneralSecurityException {
        var password = HexFormat.of().formatHex(random(4));
        try (var connection = database.connect();
                var statement = connection.prepareStatement("INSERT INTO account VALUES (?, ?)")) {
            statement.setString(1, name);
            statement.setString(2, stored(password));
            statement.executeUpdate();
        }
        passwords.put(name, password);
    }

    /** The session belongs to {@code name} from now on. */
    void enter(String session, String name) {
        visitors.put(session, name);
    }

    /** Who is signed in in a session; empty for nobody. */
    String visitor(String session) {
        return visitors.getOrDefault(session, "");
    }

    boolean match(String name, String password) throws SQLException, GeneralSecurityException {
        try (var connection = database.connect();
                var statement = connection.prepareStatement("SELECT password FROM account WHERE name = ?")) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next() && matches(password, rows.getString(1));
            }
        }
    }

    /** What is kept of a password: salt and PBKDF2 key, both hexadecimal. */
    static String stored(String password) throws GeneralSecurityException {
        var salt = random(16);
        return HexFormat.of().formatHex(salt) + ":" + HexFormat.of().formatHex(key(password, salt));
    }

    private static boolean matches(String password, String stored) throws GeneralSecurityException {
        var parts = stored.split(":");
        var salt = HexFormat.of().parseHex(parts[0]);
        return MessageDigest.isEqual(HexFormat.of().parseHex(parts[1]), key(password, salt));
    }

    private static byte[] key(String password, byte[] salt) throws GeneralSecurityException {
        var spec = new PBEKeySpec(password.toCharArray(), salt, ROUNDS, KEY_BITS);
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
