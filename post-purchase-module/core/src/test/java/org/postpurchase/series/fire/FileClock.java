package org.postpurchase.series.fire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** One clock for several processes, which stands still until it is moved. */
final class FileClock extends Clock {
  static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  private final MappedByteBuffer minutes;

  FileClock(Path file) {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      minutes = channel.map(FileChannel.MapMode.READ_WRITE, 0, Integer.BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void advance(Duration by) {
    minutes.putInt(0, minutes.getInt(0) + (int) by.toMinutes());
  }

  @Override
  public Instant instant() {
    return START.plus(Duration.ofMinutes(minutes.getInt(0)));
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the zone is always an argument of its own");
  }
}
