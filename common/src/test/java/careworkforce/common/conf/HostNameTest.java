package careworkforce.common.conf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import careworkforce.common.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines whose own name is told by no name service, or told as the address of another. */
class HostNameTest {
  @TempDir Path folder;

  /** A program that counts three rows, on the master that it is given. */
  static final class Counting {
    public static void main(String[] master) {
      HostName.tellSpark();
      Map<String, String> keys = Map.of("spark.master", '"' + master[0] + '"');
      SparkSession spark = Sessions.open(Settings.load(List.of(), keys));
      System.out.println("rows: " + spark.range(3).count());
    }
  }

  @Test
  void shouldCountOnAMachineThatCannotLookUpItsName() throws IOException {
    assertThat(count("local[1]", "127.0.0.1 localhost")).contains("rows: 3\n");
  }

  @Test
  void shouldCountOnAMachineWhoseNameIsToldAsTheAddressOfAnother() throws IOException {
    String another = "192.0.2.1 " + HostName.get(); // an address for documentation, RFC 5737
    assertThat(count("local[1]", another)).contains("rows: 3\n");
  }

  @Test
  void shouldSayWhatOtherMachinesNeed() throws IOException {
    assertThat(count("spark://elsewhere:7077", "127.0.0.1 localhost"))
        .contains("Cannot start Spark on spark://elsewhere:7077: this machine cannot look up its")
        .contains("Set spark.driver.host to an address of this machine");
  }

  /** All that the program prints where names are told by a file of hosts alone. */
  private String count(String master, String hosts) throws IOException {
    Path known = Files.writeString(folder.resolve("hosts"), hosts + "\n");
    List<String> command = JavaCommand.likeThisOne();
    command.add("-Djdk.net.hosts.file=" + known);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Counting.class.getName(), master));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_LOCAL"));
    return new String(builder.start().getInputStream().readAllBytes(), UTF_8);
  }
}
