package org.postpurchase.segment;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.person.FactsSwitch;
import org.postpurchase.shared.Transactions;

/** Checks and saves what merchants describe. Nothing is changed when it is refused. */
public final class SaveSegments {
  private static final int NAME_MAX = 120;
  private static final int KEY_MAX = 40;

  private final SegmentStore store;
  private final FactsSwitch facts;
  private final GoodsNames goods;
  private final Transactions transactions;
  private final Clock clock;

  SaveSegments(
      SegmentStore store,
      FactsSwitch facts,
      GoodsNames goods,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.facts = facts;
    this.goods = goods;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The condition, if all that it names is there.
   *
   * @throws SegmentRefusedException naming the first thing that is wrong
   */
  public Condition check(String conditions) {
    Condition condition = ConditionText.read(conditions);
    transactions.run(() -> condition.leaves().forEach(this::check));
    return condition;
  }

  private void check(Leaf leaf) {
    if (!leaf.operator.hasValue()) {
      return;
    }
    switch (leaf.field) {
      case PRODUCT:
      case SEEN_PRODUCT:
        if (goods.products(Collections.singleton(leaf.number())).isEmpty()) {
          throw new SegmentRefusedException(SegmentProblem.PRODUCT_GONE, leaf.value);
        }
        return;
      case CATEGORY:
      case SEEN_CATEGORY:
        if (!goods.categories().containsKey(leaf.number())) {
          throw new SegmentRefusedException(SegmentProblem.CATEGORY_GONE, leaf.value);
        }
        return;
      case TIER:
        if (!goods.tiers().containsKey(leaf.value)) {
          throw new SegmentRefusedException(SegmentProblem.TIER_GONE, leaf.value);
        }
        return;
      default:
    }
  }

  /**
   * Saves a new segment.
   *
   * @throws SegmentRefusedException when it cannot be saved
   */
  public Segment add(String name, boolean active, String conditions, String preset) {
    String shown = name(name);
    String text = ConditionText.write(check(conditions));
    Instant now = clock.instant();
    return transactions.call(
        () -> {
          String base = key(preset.isEmpty() ? shown : preset);
          String key = base;
          for (int n = 2; !store.add(key, shown, active, text, preset, now); n++) {
            key = base + "-" + n;
          }
          if (active) {
            facts.switchOn();
          }
          return store.find(key).get();
        });
  }

  /**
   * Saves a change.
   *
   * @param edition the one that was changed
   * @throws SegmentRefusedException when it cannot be saved; {@link
   *     SegmentProblem#CHANGED_MEANWHILE} when somebody was faster or it is gone
   */
  public Segment save(long id, int edition, String name, boolean active, String conditions) {
    String shown = name(name);
    String text = ConditionText.write(check(conditions));
    Instant now = clock.instant();
    return transactions.call(
        () -> {
          Optional<Segment> known = store.find(id);
          Segment.Text saved = new Segment.Text(text, edition);
          boolean done =
              known.isPresent()
                  && store.save(
                      new Segment(id, known.get().key, shown, active, saved, known.get().build),
                      now);
          if (!done) {
            throw new SegmentRefusedException(SegmentProblem.CHANGED_MEANWHILE);
          }
          if (active) {
            facts.switchOn();
          }
          return store.find(id).get();
        });
  }

  /** False when somebody has saved since that edition. */
  public boolean remove(long id, int edition) {
    return transactions.call(() -> store.remove(id, edition));
  }

  private static String name(String name) {
    String shown = name.trim();
    if (shown.isEmpty()) {
      throw new SegmentRefusedException(SegmentProblem.NO_NAME);
    }
    if (shown.length() > NAME_MAX) {
      throw new SegmentRefusedException(SegmentProblem.NAME_TOO_LONG, String.valueOf(NAME_MAX));
    }
    return shown;
  }

  private static String key(String name) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String key = plain.length() > KEY_MAX ? plain.substring(0, KEY_MAX) : plain;
    return key.isEmpty() ? "segment" : key;
  }
}
