package careworkforce.common.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Strict decoding of lines, each by itself: by the first charset, or else by the second if there is
 * one. After it a line's bytes are UTF-8, whatever the file's charset was.
 */
final class Encoding {
  private final boolean utf8;
  private final CharsetDecoder decoder;
  private final @Nullable CharsetDecoder otherwise;

  Encoding(Charset charset, @Nullable Charset otherwise) {
    utf8 = charset.equals(StandardCharsets.UTF_8);
    decoder = strict(charset);
    this.otherwise = otherwise == null ? null : strict(otherwise);
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The line in UTF-8; null if it cannot be decoded. Same array if nothing had to change. */
  byte @Nullable [] decode(byte[] bytes, int from, int to) {
    CharBuffer text = decoded(decoder, bytes, from, to);
    if (text != null) {
      return utf8 ? bytes : text.toString().getBytes(StandardCharsets.UTF_8);
    }
    CharBuffer other = otherwise == null ? null : decoded(otherwise, bytes, from, to);
    return other == null ? null : other.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static @Nullable CharBuffer decoded(
      CharsetDecoder decoder, byte[] bytes, int from, int to) {
    try {
      return decoder.decode(ByteBuffer.wrap(bytes, from, to - from));
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
