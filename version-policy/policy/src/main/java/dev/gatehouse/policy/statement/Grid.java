package dev.gatehouse.policy.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table below a claim. */
public record Grid(List<String> columns, List<Row> rows) {
    public Grid {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether any line has a state of its own. */
    public boolean hasStates() {
        return rows.stream().anyMatch(row -> row.state() != null);
    }

    /**
     * One line.
     *
     * @param state of this line alone; null where it has none
     */
    public record Row(@Nullable State state, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
