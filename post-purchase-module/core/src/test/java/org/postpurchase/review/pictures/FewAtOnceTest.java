package org.postpurchase.review.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoMaker;
import org.postpurchase.review.PhotoRefusedException;
import org.postpurchase.testkit.Together;

/** How many pictures are in memory decoded. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FewAtOnceTest {
  private static final Photo DONE = new Photo("0", 1, 1, new byte[1], new byte[1]);

  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final CountDownLatch two = new CountDownLatch(2);

  private final class Slow implements PhotoMaker {
    @Override
    public Photo make(byte[] upload) {
      most.accumulateAndGet(working.incrementAndGet(), Math::max);
      two.countDown();
      try {
        assertThat(two.await(20, TimeUnit.SECONDS)).as("two work at once").isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      working.decrementAndGet();
      if (upload.length == 0) {
        throw new PhotoRefusedException(PhotoRefusedException.Problem.BROKEN, null);
      }
      return DONE;
    }

    @Override
    public byte[] drawing(byte[] upload, int side) {
      return upload;
    }
  }

  @Test
  void two_are_made_at_once_and_a_refused_one_gives_its_place_back() throws Exception {
    PhotoMaker few = new FewAtOnce(new Slow(), 2);
    Together.run(
        12,
        i ->
            () -> {
              try {
                return few.make(new byte[i % 3]) == DONE;
              } catch (PhotoRefusedException e) {
                return false;
              }
            });
    assertThat(most.get()).isEqualTo(2);
    assertThat(few.drawing(new byte[3], 1)).hasSize(3);
  }
}
