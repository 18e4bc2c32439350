package careworkforce.common.table;

/**
 * A requirement of the programme that a table serves, or the limit on serving it.
 *
 * @param requirement id, such as {@code 03.6}
 * @param note how it is served; for a limit, what is missing and why
 * @param limit true if the requirement is met by a stated limit only
 */
public record Serves(String requirement, String note, boolean limit) {}
