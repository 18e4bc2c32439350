package careworkforce.pipelines.bronze.ascs;

import careworkforce.common.table.CodeList;

/** Codes of the Adult Social Care Survey (NHSDigital/ASC-User-Survey, parameters of 2020-21). */
public final class AscsCodes {
  private static final String SOURCE = "NHSDigital/ASC-User-Survey, parameters of 2020-21";

  private AscsCodes() {}

  /** Whether somebody answered. */
  public static final CodeList RESPONSE =
      CodeList.of(
          "Response",
          SOURCE + "; of 2 and 3 no more is known than that nothing was answered",
          "1",
          "Responded",
          "2",
          "Did not respond, kind 2",
          "3",
          "Did not respond, kind 3");

  /** The questionnaire that was sent. */
  public static final CodeList QUESTIONNAIRE =
      CodeList.of(
          "Questionnaire",
          SOURCE,
          "1",
          "Community",
          "2",
          "Residential or nursing care",
          "3",
          "Easy read",
          "4",
          "Easy read, second kind");

  /** Questionnaires whose first questions have five answers in place of seven. */
  public static final Object[] EASY_READ = {"3", "4"};

  /** Stratum of the sample. */
  public static final CodeList STRATUM =
      CodeList.of(
          "Stratum",
          SOURCE,
          "1",
          "Learning disability support, all ages",
          "2",
          "18 to 64, other support",
          "3",
          "65 and over in residential or nursing care, other support",
          "4",
          "65 and over in the community, other support");

  /** What a council enters for an answer that cannot be used. */
  public static final int ERRONEOUS = -9;
}
