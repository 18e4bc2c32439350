package careworkforce.common.ingest;

import careworkforce.common.conf.Setting;
import careworkforce.common.conf.Settings;
import careworkforce.common.delta.Lake;
import careworkforce.common.delta.SmallFile;
import careworkforce.common.error.UserError;
import java.util.Optional;

/**
 * The key under whose pseudonyms the persons of a lake stand. Under another, tables and what was
 * exported from them name the same person differently, and whoever was erased is not known again.
 * {@code pseudonyms/key.txt} below the root tells it from others, and nothing more.
 */
final class KeyOfLake {
  private static final Setting<Boolean> CHANGES =
      Setting.flag("pseudonyms.change-key", "whether a lake goes over to another key");

  private final Lake lake;
  private final Settings settings;
  private final SmallFile note;

  KeyOfLake(Lake lake, Settings settings) {
    this.lake = lake;
    this.settings = settings;
    this.note = lake.note("pseudonyms/key.txt");
  }

  /**
   * Looks whether a key is the lake's, or may become it.
   *
   * @throws UserError if it may not
   */
  void mayBe(Pseudonyms keys) {
    boolean holdsAny = lake.exists(FileLedger.TABLE);
    String standing = note.read().filter(check -> holdsAny).orElse(keys.check());
    if (standing.equals(keys.check())) {
      return;
    }
    String other =
        "the persons of "
            + lake.root()
            + " stand under another key or project ("
            + standing
            + ") than is given ("
            + keys.check()
            + ")";
    int erased = ErasedPersons.of(lake).count();
    if (erased > 0) {
      throw UserError.usage(
          "make pseudonyms",
          other + ", and " + erased + " erased from it are known under that one alone",
          "Give that key and project, or make a new lake of files without those persons");
    }
    if (!settings.value(CHANGES)) {
      throw UserError.usage(
          "make pseudonyms",
          other,
          "See pseudonyms.key-file and pseudonyms.project; to give every person another pseudonym,"
              + " set "
              + CHANGES.key()
              + " = true once");
    }
  }

  /** Notes that persons stand under a key from now on. */
  void is(Pseudonyms keys) {
    if (!note.read().equals(Optional.of(keys.check()))) {
      note.write(keys.check());
    }
  }
}
