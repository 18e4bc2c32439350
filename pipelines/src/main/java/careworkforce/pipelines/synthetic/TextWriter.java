package careworkforce.pipelines.synthetic;

import org.jspecify.annotations.Nullable;

/**
 * A writer of files that look alike, one of several of a source.
 *
 * @param <F> the facts it writes
 * @param <T> how a file looks
 */
public abstract class TextWriter<F extends Fact, T extends DeliveredText>
    implements SourceWriter<F> {
  private static final long serialVersionUID = 1L;

  /** How a file looks. */
  protected final T text;

  private final Class<F> facts;
  private final String folder;

  /** Writes those facts below that folder. */
  protected TextWriter(Class<F> facts, String folder, T text) {
    this.facts = facts;
    this.folder = folder;
    this.text = text;
  }

  @Override
  public final Class<F> writes() {
    return facts;
  }

  @Override
  public final String folder() {
    return folder;
  }

  @Override
  public final char delimiter(int month) {
    return text.delimiter();
  }

  @Override
  public final @Nullable String file(int month, WorldSettings world) {
    return text.file(month);
  }

  @Override
  public final String header(int month) {
    return text.header(month);
  }
}
