package careworkforce.pipelines.synthetic.care;

import careworkforce.pipelines.synthetic.Fact;

/**
 * An employer as the workplace file of a month shows it.
 *
 * @param staff all who work there
 * @param starters, leavers of the last twelve months
 * @param told month in which its totals were last told
 * @param amended month of the last amendment of its record, by totals or by workers
 * @param roles headcount of care workers, senior care workers, nurses, managers and others; 999 for
 *     not known
 */
public record WorkplaceExtract(
    int month,
    Employer employer,
    Registration registration,
    int staff,
    int starters,
    int leavers,
    int vacancies,
    int told,
    int amended,
    Roles roles)
    implements Fact {

  /** Headcount by role. */
  public record Roles(int care, int senior, int nurses, int managers, int ancillary) {}
}
