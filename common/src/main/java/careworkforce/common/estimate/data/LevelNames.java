package careworkforce.common.estimate.data;

import java.util.AbstractList;
import java.util.function.IntFunction;

/** Names of levels, made only when read. */
final class LevelNames extends AbstractList<String> {
  private final int count;
  private final IntFunction<String> name;

  LevelNames(int count, IntFunction<String> name) {
    this.count = count;
    this.name = name;
  }

  @Override
  public String get(int index) {
    return name.apply(index);
  }

  @Override
  public int size() {
    return count;
  }
}
