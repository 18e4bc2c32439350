package careworkforce.pipelines.bronze.hes;

import careworkforce.common.time.Month;
import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WideRow;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.residents.Admission;
import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code hes_apc/HES_APC_YYYYMM.csv} in the 193 columns of HES, by month of discharge; each
 * stay is one episode. Cut by pipes until March 2018, by commas from then on.
 */
@AutoService(SourceWriter.class)
public final class HesApcWriter implements SourceWriter<Admission> {
  private static final long serialVersionUID = 1L;
  private static final List<String> FILLED =
      List.of(
          "FYEAR",
          "PARTYEAR",
          "PSEUDO_HESID",
          "EPIKEY",
          "ADMIDATE",
          "ADMIMETH",
          "ADMINCAT",
          "ADMISORC",
          "CLASSPAT",
          "DIAG_3_01",
          "DIAG_4_01",
          "DIAG_COUNT",
          "DISDATE",
          "DISDEST",
          "DISMETH",
          "EPIDUR",
          "EPIEND",
          "EPIORDER",
          "EPISTART",
          "EPISTAT",
          "EPITYPE",
          "ETHNOS",
          "FAE",
          "FAE_EMERGENCY",
          "FCE",
          "FDE",
          "SEX",
          "STARTAGE",
          "STARTAGE_CALC",
          "SPELBGIN",
          "SPELDUR",
          "SPELEND",
          "PROCODE3",
          "PROCODE5",
          "PROCODET",
          "LSOA11",
          "MSOA11",
          "RESLADST_ONS",
          "CAUSE_3",
          "CAUSE_4");
  private static final int FIRST_WITH_COMMAS = Month.of(2018, 4).number();
  private static final WideRow PIPES = HesText.row(HesApc.TABLE.headers(), '|', FILLED);
  private static final WideRow COMMAS = HesText.row(HesApc.TABLE.headers(), ',', FILLED);
  private static final String[] DIAGNOSES = {"S720", "J189", "N390", "I500", "A419"};

  private static WideRow form(int month) {
    return month < FIRST_WITH_COMMAS ? PIPES : COMMAS;
  }

  @Override
  public char delimiter(int month) {
    return month < FIRST_WITH_COMMAS ? '|' : ',';
  }

  @Override
  public Class<Admission> writes() {
    return Admission.class;
  }

  @Override
  public String folder() {
    return "hes_apc";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return "HES_APC_" + Cells.yearMonth(month) + ".csv";
  }

  @Override
  public String header(int month) {
    return HesText.header(form(month));
  }

  @Override
  public void expand(int month, String row, StringBuilder to) {
    form(month).expand(row, to);
  }

  @Override
  public void row(Admission of, StringBuilder to) {
    StringBuilder cells = new StringBuilder();
    cells(of, cells);
    to.append(delimiter(of.month()) == ',' ? cells : cells.toString().replace(',', '|'));
  }

  private static void cells(Admission of, StringBuilder to) {
    HesText.financialYear(of.month(), to);
    to.append(',').append(Cells.yearMonth(of.month())).append(',');
    to.append(of.resident().token()).append(',');
    HesText.key(of.month(), of.key(), to);
    to.append(',');
    Cells.iso(of.admitted(), to);
    String diagnosis = DIAGNOSES[of.complaint()];
    to.append(",21,01,19,1,").append(diagnosis, 0, 3).append(',').append(diagnosis);
    to.append(",1,");
    Cells.iso(of.discharged(), to);
    to.append(of.died() ? ",79,4," : ",19,1,");
    long days = of.discharged().toEpochDay() - of.admitted().toEpochDay();
    to.append(days).append(',');
    Cells.iso(of.discharged(), to);
    to.append(",1,");
    Cells.iso(of.admitted(), to);
    to.append(",3,1,").append(of.resident().ethnicity()).append(",1,1,1,1,");
    to.append(of.resident().female() ? 2 : 1).append(',');
    int age = of.resident().age(of.admitted());
    to.append(age).append(',').append(age).append(".0,2,").append(days).append(",Y,");
    to.append(of.provider()).append(',').append(of.provider()).append("00,");
    to.append(of.provider()).append(',').append(of.resident().home().lsoa()).append(',');
    to.append(of.resident().home().district().msoa()).append(',');
    to.append(of.resident().home().district().code());
    to.append(of.fall() ? ",W18,W189" : ",,");
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(
        new Spoil(Trap.BAD_DATE, 4, "2014-02-30"), new Spoil(Trap.BAD_NUMBER, 27, "old"));
  }
}
