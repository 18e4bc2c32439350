package careworkforce.common.ingest;

import careworkforce.common.time.Month;
import java.util.List;
import java.util.Set;

/**
 * What one look at a source has before it.
 *
 * @param deliveries the files in its folder
 * @param layouts the layouts its files have had
 * @param prints id and fingerprint of each layout
 * @param ledger the entries of its table
 * @param doubtful periods whose rows are to be replaced whatever is known of their files, as where
 *     a replacement was begun and not ended
 * @param unmarked whether the rows that stand are synthetic and not marked so, for which all are
 *     doubtful
 * @param rules what is done beyond reading
 */
record Sitting(
    List<Delivery> deliveries,
    List<Layout> layouts,
    List<String> prints,
    List<LedgerEntry> ledger,
    Set<Month> doubtful,
    boolean unmarked,
    IntakeRules rules) {}
