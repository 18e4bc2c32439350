package careworkforce.common.job;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a class file names, by its constant pool (JVM specification, section 4.4).
 *
 * @param classes classes and arrays, their packages parted by slashes
 * @param texts string constants
 */
record ClassFile(Set<String> classes, Set<String> texts) {

  static ClassFile of(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      in.readInt();
      in.readInt();
      int entries = in.readUnsignedShort();
      String[] utf8 = new String[entries];
      List<Integer> classes = new ArrayList<>();
      List<Integer> texts = new ArrayList<>();
      for (int i = 1; i < entries; i++) {
        int tag = in.readUnsignedByte();
        switch (tag) {
          case 1 -> utf8[i] = in.readUTF();
          case 7 -> classes.add(in.readUnsignedShort());
          case 8 -> texts.add(in.readUnsignedShort());
          case 16, 19, 20 -> in.skipBytes(2);
          case 15 -> in.skipBytes(3);
          case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
          case 5, 6 -> {
            in.skipBytes(8);
            i++;
          }
          default -> throw new IllegalStateException("constant pool tag " + tag);
        }
      }
      return new ClassFile(at(classes, utf8), at(texts, utf8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> at(List<Integer> places, String[] utf8) {
    return places.stream().map(i -> utf8[i]).collect(Collectors.toSet());
  }
}
