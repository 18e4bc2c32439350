package careworkforce.common.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reasons gathered: many files of one kind make one sentence. */
final class Reasons {
  private static final int FEW = 3;
  private final Map<String, List<String>> files = new HashMap<>();

  void add(String reason, String file) {
    files.computeIfAbsent(reason, r -> new ArrayList<>()).add(file);
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (reason, names) -> {
              if (names.size() <= FEW) {
                names.forEach(n -> sentences.add(n + " is " + reason));
              } else {
                sentences.add(
                    names.size()
                        + " files are "
                        + reason
                        + ": "
                        + names.get(0)
                        + " … "
                        + names.get(names.size() - 1));
              }
            });
    return sentences;
  }
}
