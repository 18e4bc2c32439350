package careworkforce.pipelines.bronze.hes;

import careworkforce.pipelines.synthetic.Cells;
import careworkforce.pipelines.synthetic.SourceWriter;
import careworkforce.pipelines.synthetic.Trap;
import careworkforce.pipelines.synthetic.WideRow;
import careworkforce.pipelines.synthetic.WorldSettings;
import careworkforce.pipelines.synthetic.residents.Arrival;
import com.google.auto.service.AutoService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code hes_ae/HES_AE_YYYYMM.csv} in the 165 columns of HES, until ECDS takes over. */
@AutoService(SourceWriter.class)
public final class HesAeWriter implements SourceWriter<Arrival> {
  private static final long serialVersionUID = 1L;
  private static final List<String> FILLED =
      List.of(
          "FYEAR",
          "PARTYEAR",
          "PSEUDO_HESID",
          "AEKEY",
          "AEKEY_FLAG",
          "AEARRIVALMODE",
          "AEATTEND_EXC_PLANNED",
          "AEATTENDCAT",
          "AEATTENDDISP",
          "AEDEPTTYPE",
          "AEINCLOCTYPE",
          "AEPATGROUP",
          "AEREFSOURCE",
          "ARRIVALAGE",
          "ARRIVALAGE_CALC",
          "ARRIVALDATE",
          "ARRIVALTIME",
          "DIAG2_01",
          "DIAG3_01",
          "TREAT2_01",
          "TREAT3_01",
          "ETHNOS",
          "SEX",
          "PROCODE3",
          "PROCODE5",
          "PROCODET",
          "LSOA11",
          "MSOA11",
          "RESLADST_ONS",
          "INITDUR",
          "DEPDUR");
  private static final WideRow ROW = HesText.row(HesAe.TABLE.headers(), ',', FILLED);
  private static final String[] DIAGNOSES = {"38", "05", "25", "01", "20"};
  private static final String[] TREATMENTS = {"99", "12", "22", "01", "30"};

  @Override
  public Class<Arrival> writes() {
    return Arrival.class;
  }

  @Override
  public String folder() {
    return "hes_ae";
  }

  @Override
  public @Nullable String file(int month, WorldSettings world) {
    return month < world.ecdsStart() ? "HES_AE_" + Cells.yearMonth(month) + ".csv" : null;
  }

  @Override
  public String header(int month) {
    return HesText.header(ROW);
  }

  @Override
  public void expand(int month, String row, StringBuilder to) {
    ROW.expand(row, to);
  }

  @Override
  public void row(Arrival of, StringBuilder to) {
    HesText.financialYear(of.month(), to);
    to.append(',').append(Cells.yearMonth(of.month())).append(',');
    to.append(of.resident().token()).append(',');
    HesText.key(of.month(), of.key(), to);
    to.append(",1,").append(of.ambulance() ? 1 : 2).append(',');
    to.append(of.category() == 2 ? 0 : 1).append(',').append(of.category()).append(',');
    to.append(of.admitted() ? "01" : "03").append(",01,10,80,").append("01,");
    int age = of.resident().age(of.date());
    to.append(age).append(".0,").append(age).append(".0,");
    Cells.iso(of.date(), to);
    to.append(',');
    Cells.two(of.minute() / 60, to);
    Cells.two(of.minute() % 60, to);
    String diagnosis = DIAGNOSES[of.complaint()];
    String treatment = TREATMENTS[of.complaint()];
    to.append(',').append(diagnosis).append(',').append(diagnosis).append("0,");
    to.append(treatment).append(',').append(treatment).append("0,");
    to.append(of.resident().ethnicity()).append(',');
    to.append(of.resident().female() ? 2 : 1).append(',').append(of.provider()).append(',');
    to.append(of.provider()).append("00,").append(of.provider()).append(',');
    to.append(of.resident().home().lsoa()).append(',');
    to.append(of.resident().home().district().msoa()).append(',');
    to.append(of.resident().home().district().code()).append(',');
    to.append(of.complete() ? "12," : ",");
    to.append(of.complete() ? of.inDepartment().minutes() : "");
  }

  @Override
  public List<Spoil> spoils() {
    return List.of(
        new Spoil(Trap.BAD_DATE, 15, "2014-02-30"),
        new Spoil(Trap.BAD_NUMBER, 13, "old"),
        new Spoil(Trap.UNKNOWN_CODE, 5, "7"));
  }
}
