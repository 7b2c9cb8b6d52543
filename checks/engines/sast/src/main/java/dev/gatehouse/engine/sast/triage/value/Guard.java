package dev.gatehouse.engine.sast.triage.value;

/**
 * What a truth value says about another value.
 *
 * @param about number of the value that it is about
 * @param also number of another form of the same value; 0 for none
 * @param fits bits of the uses for which that value is harmless when this is true
 */
public record Guard(int about, int also, int fits) {
    boolean names(int number) {
        return about == number || also == number;
    }
}
