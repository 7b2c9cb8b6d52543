import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.policy.ledger.Draft;
import dev.gatehouse.policy.ledger.FileLedger;
import dev.gatehouse.policy.ledger.Ledger;
import java.nio.file.Path;
import java.time.Clock;

/** Appends one entry after the other and says how many that were in a second. */
public final class AppendMany {
    public static void main(String[] args) {
        int count = Integer.parseInt(args[1]);
        var ledger = new Ledger<>(new FileLedger(Path.of(args[0])), Clock.systemUTC(), Object::new, (state, entry) -> {});
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            var payload = new ObjectMapper().createObjectNode().put("number", i).put("reason", "a sentence of some length");
            ledger.decide((state, now) -> new Draft("anna", "bench.noted", 1, payload));
        }
        System.out.printf("%.0f appends%n", count / ((System.nanoTime() - start) / 1e9));
    }
}
