package org.postpurchase.loyalty;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;

/** An order has earned points. It is not true any more once nothing of them is kept. */
public final class PointsEarnedTrigger implements PersonTrigger {
  public static final String KEY = "POINTS_EARNED";

  private final EarnedPoints earned;
  private final ProgrammeReader programmes;
  private final String pointsPage;

  /**
   * @param pointsPage absolute address of the page that shows a person's points
   */
  public PointsEarnedTrigger(EarnedPoints earned, ProgrammeReader programmes, String pointsPage) {
    this.earned = requireNonNull(earned, "earned");
    this.programmes = requireNonNull(programmes, "programmes");
    this.pointsPage = requireNonNull(pointsPage, "pointsPage");
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in("Points earned with an order | de: Punkte mit einer Bestellung", locale);
  }

  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return Optional.ofNullable(factsOf(Collections.singletonMap(moment, locale), now).get(moment));
  }

  @Override
  public Map<Moment, MomentValues> factsOf(Map<Moment, Locale> readers, Instant now) {
    Set<Long> orders = new TreeSet<>();
    readers.keySet().forEach(moment -> moment.orderId.ifPresent(orders::add));
    Map<Long, Long> kept = earned.keptOf(orders);
    Programme programme = programmes.find().orElse(null);
    Map<Moment, MomentValues> facts = new HashMap<>();
    readers.forEach(
        (moment, locale) -> {
          Long points = kept.get(moment.orderId.orElse(0));
          if (points != null && programme != null) {
            facts.put(moment, values(points, LocalText.in(programme.pointsName, locale)));
          }
        });
    return facts;
  }

  private MomentValues values(long points, String name) {
    return MomentValues.none()
        .number("points", points)
        .text("pointsName", name)
        .text("url", pointsPage);
  }

  @Override
  public MomentValues example(Locale locale) {
    return values(120, LocalText.in("Points | de: Punkte", locale));
  }
}
