package org.postpurchase.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How busy others keep the machine, as Linux tells it; NaN where it does not.
 *
 * @param cpu share of the last 10 s in which something waited for a processor, per cent
 * @param io the same for the disk
 * @param stealTicks time that the hypervisor took away since the machine started
 * @param allTicks all processor time since then
 */
record Pressure(double cpu, double io, long stealTicks, long allTicks) {
  private static final Pattern AVG10 = Pattern.compile("some avg10=([0-9.]+)");

  static Pressure now() {
    long[] ticks = ticks();
    return new Pressure(avg10("cpu"), avg10("io"), ticks[0], ticks[1]);
  }

  /** Per cent of processor time taken away since that other moment. */
  double stealSince(Pressure before) {
    long all = allTicks - before.allTicks;
    return all == 0 ? 0 : 100.0 * (stealTicks - before.stealTicks) / all;
  }

  private static double avg10(String what) {
    try {
      Matcher found = AVG10.matcher(Files.readString(Path.of("/proc/pressure", what)));
      return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  private static long[] ticks() {
    try {
      String[] fields = Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+");
      long all = 0;
      for (int i = 1; i < fields.length; i++) {
        all += Long.parseLong(fields[i]);
      }
      return new long[] {fields.length > 8 ? Long.parseLong(fields[8]) : 0, all};
    } catch (IOException e) {
      return new long[2];
    }
  }
}
