package org.postpurchase.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a number was measured on. */
final class Machine {
  private Machine() {}

  static Map<String, Object> describe() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("processor", line("/proc/cpuinfo", "model name"));
    all.put("cores", Runtime.getRuntime().availableProcessors());
    all.put("memory", line("/proc/meminfo", "MemTotal"));
    all.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    all.put("jvm", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    all.put("jvmOptions", options);
    return all;
  }

  private static String line(String file, String begin) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(l -> l.startsWith(begin))
          .findFirst()
          .map(l -> l.substring(l.indexOf(':') + 1).trim())
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
