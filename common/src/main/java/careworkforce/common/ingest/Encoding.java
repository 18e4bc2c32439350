package careworkforce.common.ingest;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Strict decoding of lines. After it a line's bytes are UTF-8, whatever the file's charset was. */
final class Encoding {
  private final boolean utf8;
  private final CharsetDecoder decoder;

  Encoding(Charset charset) {
    utf8 = charset.equals(StandardCharsets.UTF_8);
    decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** The line in UTF-8; null if it cannot be decoded. Same array if nothing had to change. */
  byte @Nullable [] decode(byte[] bytes, int from, int to) {
    try {
      CharBuffer text = decoder.decode(ByteBuffer.wrap(bytes, from, to - from));
      return utf8 ? bytes : text.toString().getBytes(StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
