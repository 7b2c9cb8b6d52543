package dev.gatehouse.server.control.demo;

import dev.gatehouse.policy.release.Publication;
import dev.gatehouse.policy.support.Track;
import dev.gatehouse.server.control.room.Adoption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clients that update as clients do: half of them within days, some never. */
final class DemoClients {
    private static final int DAYS = 30;
    private static final double CLIENTS = 24_000;
    private static final double HALF_LIFE_DAYS = 5;

    private final Adoption adoption;

    DemoClients(Adoption adoption) {
        this.adoption = adoption;
    }

    void ask(Past past, LocalDate today) {
        for (var track : List.of(Story.IOS, Story.ANDROID)) {
            var published = past.state().publications(track);
            for (int back = DAYS - 1; back >= 0; back--) {
                adoption.add(track, today.minusDays(back), shares(track, published, today.minusDays(back)));
            }
        }
    }

    /** Of those who had the version before, a part stays behind that halves every few days. */
    private static Map<String, Long> shares(Track track, List<Publication> published, LocalDate day) {
        var shares = new HashMap<String, Long>();
        double left = track.platform().equals("ios") ? CLIENTS : CLIENTS * 1.7;
        for (int i = published.size() - 1; i >= 0 && left > 20; i--) {
            var out = LocalDate.ofInstant(published.get(i).time(), ZoneOffset.UTC);
            if (out.isAfter(day)) {
                continue;
            }
            double behind = 0.04 + 0.96 * Math.pow(0.5, (ChronoUnit.DAYS.between(out, day) + 1) / HALF_LIFE_DAYS);
            shares.put(published.get(i).version().toString(), Math.round(left * (1 - behind)));
            left *= behind;
        }
        return shares;
    }
}
