package org.postpurchase.benchmarks.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How busy the machine was until now, as Linux tells it. Times are ticks since it started.
 *
 * @param io share of the last 10 s in which something waited for the disk, per cent; our own
 *     commits are in it, so it is reported and decides nothing; NaN where it is not told
 * @param own processor time of this JVM, the shops it started and its database
 * @param busy processor time of everybody
 * @param stolen what the hypervisor took away
 * @param all all of it, idle time included
 */
record Pressure(double io, long own, long busy, long stolen, long all) {
  private static final Pattern AVG10 = Pattern.compile("some avg10=([0-9.]+)");
  private static final Set<Long> OURS = ConcurrentHashMap.newKeySet();

  /** A process that works for the measurement and is no child of this one. */
  static void belongs(long process) {
    OURS.add(process);
  }

  static Pressure now() {
    long[] ticks = ticks();
    long idle = ticks[3] + ticks[4];
    long all = 0;
    for (int i = 0; i < Math.min(8, ticks.length); i++) {
      all += ticks[i];
    }
    long stolen = ticks.length > 7 ? ticks[7] : 0;
    return new Pressure(avg10("io"), ownTicks(), all - idle - stolen, stolen, all);
  }

  /** Per cent of processor time taken away since that other moment. */
  double stolenSince(Pressure before) {
    return share(stolen - before.stolen, before);
  }

  /** Per cent of processor time that others used since then. */
  double othersSince(Pressure before) {
    return share(Math.max(0, busy - before.busy - (own - before.own)), before);
  }

  private double share(long part, Pressure before) {
    return all == before.all ? 0 : 100.0 * part / (all - before.all);
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
      long[] ticks = new long[fields.length - 1];
      for (int i = 0; i < ticks.length; i++) {
        ticks[i] = Long.parseLong(fields[i + 1]);
      }
      return ticks;
    } catch (IOException e) {
      return new long[8];
    }
  }

  /** Of our processes and their children; the roots know what children had that have ended. */
  private static long ownTicks() {
    long self = ProcessHandle.current().pid();
    Map<Long, long[]> known = new HashMap<>();
    try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
      List<Path> processes =
          entries.filter(p -> p.getFileName().toString().matches("\\d+")).toList();
      processes.forEach(p -> read(p, known));
    } catch (IOException e) {
      return 0;
    }
    long sum = 0;
    for (Map.Entry<Long, long[]> process : known.entrySet()) {
      long[] stat = process.getValue();
      if (process.getKey() == self || OURS.contains(process.getKey())) {
        sum += stat[1] + stat[2];
      } else if (isOurs(process.getKey(), known, self)) {
        sum += stat[1];
      }
    }
    return sum;
  }

  private static boolean isOurs(long process, Map<Long, long[]> known, long self) {
    long next = process;
    for (int depth = 0; depth < 10 && known.containsKey(next); depth++) {
      if (next == self || OURS.contains(next)) {
        return true;
      }
      next = known.get(next)[0];
    }
    return false;
  }

  /** Parent, own time, time of ended children. */
  private static void read(Path process, Map<Long, long[]> into) {
    try {
      String stat = Files.readString(process.resolve("stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      into.put(
          Long.parseLong(process.getFileName().toString()),
          new long[] {
            Long.parseLong(fields[1]),
            Long.parseLong(fields[11]) + Long.parseLong(fields[12]),
            Long.parseLong(fields[13]) + Long.parseLong(fields[14])
          });
    } catch (IOException | NumberFormatException e) {
      // it has ended meanwhile
    }
  }
}
