package dev.gatehouse.engine.sast.triage.library;

import dev.gatehouse.engine.sast.triage.value.Use;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Regular expressions that let through, or leave, only characters that do no harm in one use or another. */
public final class AllowedCharacters {
    private static final String CLASS = "\\[(?<class>[^\\[\\]&^]+)]|(?<short>\\\\[dw])";
    private static final Pattern PART = Pattern.compile("(?:" + CLASS + ")(?:[+*?]|\\{[0-9]+(?:,[0-9]*)?})?");
    private static final Pattern OTHERS = Pattern.compile("\\[\\^(?<class>[^\\[\\]&^]+)][+*]?|(?<short>\\\\[DW])\\+?");
    private static final Pattern ITEM =
            Pattern.compile("\\\\(?<escaped>.)|(?<from>[^\\\\])-(?<to>[^\\\\])|(?<one>[^\\\\])");

    /** Whatever is none of these has a meaning there; letters, digits and underscores have none anywhere. */
    private static final Map<Use, String> HARMLESS = Map.of(
            Use.HTML, " .,:;-+*/()=!?@#$%~|{}\t\r\n",
            Use.HEADER, " .,:;-+*/()=!?@#$%~|{}<>'\"\t",
            Use.LDAP, " .-:@\t",
            Use.PATH, "-");

    private AllowedCharacters() {}

    /** Bits of the uses for which any text is harmless that the whole expression matches. */
    public static int fits(String expression) {
        var rest = expression.startsWith("^") ? expression.substring(1) : expression;
        rest = rest.endsWith("$") ? rest.substring(0, rest.length() - 1) : rest;
        var parts = PART.matcher(rest);
        int at = 0;
        int fits = Use.ALL;
        while (at < rest.length() && parts.find(at) && parts.start() == at) {
            fits &= fits(parts);
            at = parts.end();
        }
        return at == rest.length() && at > 0 ? fits : 0;
    }

    /** Bits of the uses for which what is left is harmless, once everything was replaced that the expression matches. */
    public static int left(String expression, String replacement) {
        var others = OTHERS.matcher(expression);
        if (!others.matches() || replacement.contains("$") || replacement.contains("\\")) {
            return 0;
        }
        return fits(others);
    }

    private static int fits(Matcher part) {
        var list = Optional.ofNullable(part.group("class"));
        return list.map(AllowedCharacters::ofClass).orElse(Use.ALL);
    }

    private static int ofClass(String list) {
        int fits = Use.ALL;
        var items = ITEM.matcher(list);
        int at = 0;
        while (at < list.length()) {
            if (!items.find(at) || items.start() != at) {
                return 0;
            }
            fits &= ofItem(items);
            at = items.end();
        }
        return fits;
    }

    private static int ofItem(Matcher item) {
        if (item.group("escaped") != null) {
            char escaped = item.group("escaped").charAt(0);
            return switch (escaped) {
                case 'd', 'w' -> Use.ALL;
                case 's', 'n', 'r' -> ofCharacter('\n');
                default -> Character.isLetterOrDigit(escaped) ? 0 : ofCharacter(escaped);
            };
        }
        if (item.group("from") != null) {
            int fits = Use.ALL;
            for (char c = item.group("from").charAt(0); c <= item.group("to").charAt(0); c++) {
                fits &= ofCharacter(c);
            }
            return fits;
        }
        return ofCharacter(item.group("one").charAt(0));
    }

    private static int ofCharacter(char c) {
        if (c < 128 && (Character.isLetterOrDigit(c) || c == '_')) {
            return Use.ALL;
        }
        int fits = 0;
        for (var harmless : HARMLESS.entrySet()) {
            fits |= harmless.getValue().indexOf(c) >= 0 ? harmless.getKey().bit() : 0;
        }
        return fits;
    }
}
