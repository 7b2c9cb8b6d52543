package dev.gatehouse.engine.sast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.protocol.classpath.OpenEntries;
import dev.gatehouse.engine.protocol.sast.OwnMethods;
import dev.gatehouse.engine.protocol.sast.SastAnswer;
import dev.gatehouse.engine.protocol.sast.SastRequest;
import dev.gatehouse.findings.identity.Identity;
import dev.gatehouse.findings.model.Finding;
import java.nio.file.Path;
import java.util.List;

/** What the real engine says of some classes. */
final class Analysed {
    private Analysed() {}

    /** @param classes a folder or a jar that is complete by itself */
    static List<Finding> findings(Path classes) throws Exception {
        var answer = answer(classes);
        assertThat(answer.problems()).isEmpty();
        return Identity.assign(answer.findings());
    }

    /** With nothing on the class path. */
    static SastAnswer answer(Path classes) throws Exception {
        var plugins = Path.of(System.getProperty("gatehouse.sast.plugins", "target/engine/plugins"));
        var request = new SastRequest(
                "shop", List.of(classes.toString()), List.of(), SastRequest.Detectors.SECURITY, OwnMethods.NONE, false);
        return new Analysis(PluginJar.in(plugins), RuleFacts.load(), new OpenEntries())
                .run(request, (doing, done, total) -> {});
    }
}
