package dev.gatehouse.policy.train.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import dev.gatehouse.findings.config.GatehouseFile;
import dev.gatehouse.policy.train.ReleaseSettings;
import dev.gatehouse.policy.train.ReleaseTrain;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.validate.ValidationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ical4j, which reads as strictly as calendar programs do, makes of our files. */
class CalendarFileTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-01-09T08:00:00Z");
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");

    @TempDir
    Path folder;

    @Test
    void windowsAreReadBackAsWholeDays() throws IOException, ParserException, ValidationException {
        var events = read(new CalendarFile(train("", "shop"), MONDAY).export(windows(train("", "shop"), 2), FROM));
        assertThat(events).extracting(event -> value(event, Property.DTSTART)).containsExactly("20260106", "20260120");
        assertThat(events).extracting(event -> value(event, Property.DTEND)).containsExactly("20260107", "20260121");
        assertThat(events)
                .extracting(event -> value(event, Property.SUMMARY))
                .first()
                .isEqualTo("shop: major release window");
    }

    @Test
    void hostileAndLongTextsStayTexts() throws IOException, ParserException, ValidationException {
        var reason = "a;b,c\\\\d\\nEND:VEVENT\\nBEGIN:VEVENT \\u202E <script> " + "Übergrößenträger ".repeat(20);
        var train = train("freezes: [{from: 2026-01-06, to: 2026-01-06, reason: \"" + reason + "\"}]", "'a;b,c'");
        var file = new CalendarFile(train, MONDAY).export(windows(train, 1), FROM);
        assertThat(file.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        var freeze = read(file).get(1);
        assertThat(value(freeze, Property.SUMMARY)).isEqualTo("a;b,c: release freeze");
        assertThat(value(freeze, Property.DESCRIPTION))
                .startsWith("a;b,c\\d\nEND:VEVENT\nBEGIN:VEVENT \uFFFD <script> Über")
                .endsWith("Übergrößenträger");
    }

    @Test
    void anUnchangedCalendarIsTheSameFile() throws IOException {
        var first = save(train("", "shop"), MONDAY);
        assertThat(save(train("", "shop"), FRIDAY)).isEqualTo(first);
    }

    @Test
    void aMovedWindowKeepsItsUidAndRaisesItsSequence() throws IOException, ParserException, ValidationException {
        var before = read(save(train("", "shop"), MONDAY));
        var after = read(save(train("holidays: [2026-01-06]", "shop"), FRIDAY));
        assertThat(after)
                .extracting(event -> value(event, Property.UID))
                .containsExactlyElementsOf(
                        before.stream().map(event -> value(event, Property.UID)).toList());
        assertThat(after).extracting(event -> value(event, Property.SEQUENCE)).containsExactly("1", "0", "0");
        assertThat(value(after.get(0), Property.DTSTART)).isEqualTo("20260107");
        assertThat(value(after.get(0), Property.DTSTAMP)).isEqualTo("20260109T080000Z");
    }

    @Test
    void aWindowThatIsNoLongerPlannedIsCancelled() throws IOException, ParserException, ValidationException {
        save(train("freezes: [{from: 2026-01-08, to: 2026-01-09, reason: audit}]", "shop"), MONDAY);
        save(train("", "shop"), FRIDAY);
        var again = read(save(train("", "shop"), FRIDAY));
        var freeze = again.get(3);
        assertThat(value(freeze, Property.STATUS)).isEqualTo("CANCELLED");
        assertThat(value(freeze, Property.SEQUENCE)).isEqualTo("1");
    }

    @Test
    void aFreezeOfTheFloorAndAnOwnOneOnOneDayAreTwoEvents() throws IOException, ParserException, ValidationException {
        var freeze = "freezes: [{from: 2026-01-08, to: 2026-01-09, reason: %s}]";
        var both = ReleaseSettings.read(
                        GatehouseFile.parse(
                                ".gatehouse.yml", Path.of("/shop"), settings(freeze.formatted("ours"), "shop")),
                        GatehouseFile.parse(
                                "floor.yml", Path.of("/etc"), "release: {" + freeze.formatted("theirs") + "}"))
                .train();
        var events = read(save(both, MONDAY));
        assertThat(events)
                .extracting(event -> value(event, Property.UID))
                .doesNotHaveDuplicates()
                .hasSize(5);
        var own = read(save(train(freeze.formatted("ours"), "shop"), FRIDAY)).get(4);
        assertThat(value(own, Property.DESCRIPTION)).isEqualTo("theirs");
        assertThat(value(own, Property.STATUS)).isEqualTo("CANCELLED");
    }

    @Test
    void aCalendarOfSomebodyElseIsNotOverwritten() throws IOException {
        var file =
                Files.writeString(folder.resolve("mine.ics"), "BEGIN:VCALENDAR\r\nPRODID:other\r\nEND:VCALENDAR\r\n");
        var train = train("", "shop");
        assertThatThrownBy(() -> new CalendarFile(train, MONDAY).save(file, windows(train, 1), FROM))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("was not written by gatehouse");
        assertThat(file).content().contains("PRODID:other");
    }

    private String save(ReleaseTrain train, Instant now) throws IOException {
        var file = folder.resolve("releases.ics");
        new CalendarFile(train, now).save(file, windows(train, 3), FROM);
        return Files.readString(file);
    }

    private static List<dev.gatehouse.policy.train.ReleaseWindow> windows(ReleaseTrain train, int count) {
        return train.timetable().next(FROM, count);
    }

    private static List<VEvent> read(String file) throws IOException, ParserException, ValidationException {
        var calendar = new CalendarBuilder().build(new StringReader(file));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar.getComponents("VEVENT");
    }

    private static String value(VEvent event, String property) {
        return event.<Property>getRequiredProperty(property).getValue();
    }

    private static ReleaseTrain train(String more, String name) {
        return ReleaseSettings.read(GatehouseFile.parse(".gatehouse.yml", Path.of("/shop"), settings(more, name)), null)
                .train();
    }

    private static String settings(String more, String name) {
        return """
                release:
                  name: %s
                  anchor: 2026-01-06
                  timeZone: Europe/Berlin
                  minor: every 2 weeks
                  major: every quarter
                  %s
                """.formatted(name, more);
    }
}
