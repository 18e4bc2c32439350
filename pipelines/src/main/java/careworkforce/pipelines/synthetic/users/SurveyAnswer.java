package careworkforce.pipelines.synthetic.users;

import careworkforce.pipelines.synthetic.Fact;

/**
 * A person asked in the Adult Social Care Survey, in the April of the survey's financial year.
 *
 * @param questionnaire 1 community, 2 residential, 3 easy read
 * @param answers to q1, q3a, q4a, q5a, q6a, q7a, q7b, q8a, q9a, q11 and q12
 * @param inStratum people in the council's stratum
 */
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record SurveyAnswer(
    int month,
    String council,
    int serial,
    boolean responded,
    boolean female,
    int age,
    int questionnaire,
    int[] answers,
    int stratum,
    int inStratum)
    implements Fact {}
