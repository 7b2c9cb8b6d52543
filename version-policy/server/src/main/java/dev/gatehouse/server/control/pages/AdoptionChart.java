package dev.gatehouse.server.control.pages;

import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.control.room.Adoption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Shares of versions by day, as bars of an SVG picture of 100 by 40 units.
 *
 * @param versions newest first; each has the colour of its place
 */
public record AdoptionChart(List<Bar> bars, List<Version> versions) {
    private static final double HEIGHT = 40;
    private static final double WIDTH = 100;
    private static final int COLOURS = 6;

    /**
     * A part of a day's bar.
     *
     * @param colour a number from 0 to 5
     * @param title for whoever points at it
     */
    public record Bar(String x, String y, String width, String height, int colour, String title) {}

    /** A version in the legend, with its share of the newest day. */
    public record Version(String name, int colour, String share, long clients) {}

    static AdoptionChart of(List<Adoption.Day> days) {
        var names = new TreeSet<String>(Comparator.comparing(
                        (String name) -> ClientVersion.find(name).orElse(null),
                        Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        days.forEach(day -> names.addAll(day.clients().keySet()));
        var versions = List.copyOf(names);
        var bars = new ArrayList<Bar>();
        double step = days.isEmpty() ? WIDTH : WIDTH / days.size();
        for (int i = 0; i < days.size(); i++) {
            bar(bars, days.get(i), versions, i * step, step);
        }
        var newest = days.isEmpty() ? new Adoption.Day(LocalDate.EPOCH, Map.of()) : days.get(days.size() - 1);
        var legend = new ArrayList<Version>();
        for (int i = 0; i < versions.size(); i++) {
            long clients = newest.clients().getOrDefault(versions.get(i), 0L);
            double share = newest.all() == 0 ? 0 : 100.0 * clients / newest.all();
            legend.add(new Version(versions.get(i), i % COLOURS, Words.percent(share), clients));
        }
        return new AdoptionChart(bars, legend);
    }

    private static void bar(List<Bar> bars, Adoption.Day day, List<String> versions, double x, double step) {
        double y = HEIGHT;
        for (int i = versions.size() - 1; i >= 0; i--) {
            long clients = day.clients().getOrDefault(versions.get(i), 0L);
            double height = HEIGHT * clients / day.all();
            y -= height;
            if (clients > 0) {
                bars.add(new Bar(
                        number(x + step * 0.06),
                        number(y),
                        number(step * 0.88),
                        number(height),
                        i % COLOURS,
                        "%s: %s asked %s times".formatted(day.date(), versions.get(i), Words.number(clients))));
            }
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
