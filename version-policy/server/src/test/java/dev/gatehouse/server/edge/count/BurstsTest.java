package dev.gatehouse.server.edge.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.policy.edge.document.Status;
import dev.gatehouse.policy.version.ClientVersion;
import dev.gatehouse.server.log.EventLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BurstsTest {
    private static final ClientVersion VERSION = ClientVersion.parse("4.0.0");

    private final List<String> alarms = new ArrayList<>();
    private final Bursts bursts = new Bursts(new EventLog() {
        @Override
        public void info(String event, Map<String, String> fields) {}

        @Override
        public void alarm(String event, Map<String, String> fields) {
            alarms.add(event + " " + fields.get("lastMinute"));
        }
    });
    private final Tally tally = new Tally();

    @Test
    void aSuddenWaveOfRefusedClientsAlarmsOnce() {
        for (int i = 0; i < 10; i++) {
            minute(10, Status.UPDATE_REQUIRED);
        }
        minute(99, Status.UPDATE_REQUIRED);
        minute(5_000, Status.CURRENT);
        assertThat(alarms).isEmpty();
        minute(100, Status.UPDATE_REQUIRED);
        minute(150, Status.BLOCKED);
        assertThat(alarms).containsExactly("clients.locked-out 100");
    }

    @Test
    void whatIsAlwaysSoIsNoBurst() {
        for (int i = 0; i < 130; i++) {
            minute(200, Status.UPDATE_REQUIRED);
        }
        assertThat(alarms).as("nor after a restart").isEmpty();
        minute(1_001, Status.UPDATE_REQUIRED);
        assertThat(alarms).hasSize(1);
        for (int i = 0; i < 60; i++) {
            minute(0, Status.UPDATE_REQUIRED);
        }
        minute(300, Status.UPDATE_REQUIRED);
        assertThat(alarms).hasSize(2);
    }

    private void minute(int clients, Status status) {
        for (int i = 0; i < clients; i++) {
            tally.count(VERSION, status, Via.CHECK);
        }
        bursts.look("shop/ios/stable", tally);
    }
}
