package careworkforce.pipelines.synthetic.residents;

import careworkforce.pipelines.synthetic.Fact;
import java.time.LocalDate;

/**
 * An attendance at A&E.
 *
 * @param key of the attendance; another for each record
 * @param minute of the day
 * @param category 1 first, 2 planned follow-up, 3 unplanned follow-up
 * @param provider ODS code of the trust
 * @param complaint 0 to 4: what is wrong
 * @param inDepartment how long, and whether for a fall
 * @param complete whether the later fields are filled
 */
public record Arrival(
    int month,
    Resident resident,
    long key,
    LocalDate date,
    int minute,
    boolean ambulance,
    int category,
    boolean admitted,
    String provider,
    int complaint,
    InDepartment inDepartment,
    boolean complete)
    implements Fact {

  /** The same attendance recorded once more, less completely. */
  Arrival again(long otherKey, LocalDate onDate, int atMinute) {
    return new Arrival(
        12 * onDate.getYear() + onDate.getMonthValue() - 1,
        resident,
        otherKey,
        onDate,
        atMinute,
        ambulance,
        category,
        admitted,
        provider,
        complaint,
        inDepartment,
        false);
  }
}
