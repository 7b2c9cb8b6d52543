package dev.gatehouse.policy.train;

/** What becomes of a window whose day is a holiday. */
public enum OnHoliday {
    /** It opens on the next day, Monday to Friday, that is no holiday. */
    NEXT_DAY("next-day"),
    /** It opens on the last such day before. */
    PREVIOUS_DAY("previous-day"),
    /** It does not open. */
    SKIP("skip");

    private final String label;

    OnHoliday(String label) {
        this.label = label;
    }

    /** As written in settings. */
    public String label() {
        return label;
    }
}
