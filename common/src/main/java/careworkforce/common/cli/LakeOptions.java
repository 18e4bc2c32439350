package careworkforce.common.cli;

import careworkforce.common.conf.FolderModes;
import careworkforce.common.conf.Sessions;
import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.refresh.Readers;
import careworkforce.common.table.Table;
import com.typesafe.config.ConfigUtil;
import java.io.File;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that every command takes. */
public final class LakeOptions {
  /** Where the tables stand. */
  public static final Setting<String> LAKE =
      Setting.text("lake.path", "Where the tables stand: a folder or a URI");

  private static final Setting<String> SOURCES =
      Setting.text("sources.path", "Where files are delivered: a folder a source");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--conf",
      paramLabel = "FILE",
      description = "A HOCON file over the defaults; may be given again, the later wins.")
  private final List<File> files = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A single setting, over every file; see 'config'.")
  private final Map<String, String> overrides = new LinkedHashMap<>();

  @Option(
      names = "--lake",
      paramLabel = "DIR",
      description = "The lake's folder or URI, the same as --set lake.path=DIR.")
  private @Nullable String lake;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Where Spark runs, the same as --set spark.master=URL; see 'cluster'.")
  private @Nullable String master;

  /** The effective configuration, validated. */
  public Settings settings() {
    return settings(Map.of());
  }

  /** The effective configuration, with what a command's own options set; --set wins over those. */
  public Settings settings(Map<String, String> ofCommand) {
    Map<String, String> all = new LinkedHashMap<>(ofCommand);
    all.putAll(overrides);
    if (lake != null) {
      all.put(LAKE.key(), ConfigUtil.quoteString(lake));
    }
    if (master != null) {
      all.put("spark.master", ConfigUtil.quoteString(master));
    }
    return Settings.load(files, all);
  }

  /** Complains of a folder of data on this machine that is open wider than configured. */
  public void checkFolder(String what, String folder) {
    checked(modes -> modes.check(what, folder));
  }

  private void checked(Consumer<FolderModes> check) {
    PrintWriter err = err();
    check.accept(new FolderModes(settings(), err::println));
    err.flush();
  }

  private PrintWriter err() {
    return command.commandLine() == null
        ? new PrintWriter(System.err)
        : command.commandLine().getErr();
  }

  /** The lake, with a Spark session to read it. */
  public Lake lake() {
    Settings settings = settings();
    checked(
        modes -> {
          modes.checkReached("the lake", settings.value(LAKE));
          modes.checkReached("the landing place", settings.value(SOURCES));
        });
    return unchecked();
  }

  /** The lake for reading some tables, as the last refresh that ended has left them. */
  public Lake lake(List<Table> toRead) {
    return standing(lake(), toRead);
  }

  /** The same of a lake that is open. */
  Lake standing(Lake lake, List<Table> toRead) {
    PrintWriter err = err();
    Lake standing = Readers.of(lake, toRead, err::println);
    err.flush();
    return standing;
  }

  /** The same as {@link #lake()}, whoever may reach it. */
  Lake unchecked() {
    Settings settings = settings();
    return new Lake(Sessions.open(settings), settings.value(LAKE));
  }
}
