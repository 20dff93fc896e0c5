package org.postpurchase.broadleaf.entity;

import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.broadleafcommerce.common.BroadleafEnumerationType;

/**
 * What a merchant can choose in the forms of series and steps: the host reads {@code TYPES} of the
 * class that a field names.
 *
 * <p>The words here are those of a host page that we cannot translate; our own forms say the same
 * in the admin's language, under {@code PostPurchase_Choice_<Class>_<type>}.
 */
public abstract class Choice implements BroadleafEnumerationType, Comparable<Choice>, Serializable {
  private static final long serialVersionUID = 1L;

  private final int place;
  private final String type;
  private final String words;

  Choice(int place, String type, String words) {
    this.place = place;
    this.type = type;
    this.words = words;
  }

  @Override
  public final String getType() {
    return type;
  }

  @Override
  public final String getFriendlyType() {
    return words;
  }

  @Override
  public final int compareTo(Choice other) {
    return Integer.compare(place, other.place);
  }

  @Override
  public final boolean equals(Object o) {
    return o != null && o.getClass() == getClass() && ((Choice) o).type.equals(type);
  }

  @Override
  public final int hashCode() {
    return type.hashCode();
  }

  /** Makes one choice; its place in the list is that in the source. */
  interface Maker<C extends Choice> {
    C make(int place, String type, String words);
  }

  static <C extends Choice> Map<String, C> all(Maker<C> maker, String... typesAndWords) {
    Map<String, C> all = new LinkedHashMap<>();
    for (int i = 0; i < typesAndWords.length; i += 2) {
      all.put(typesAndWords[i], maker.make(i, typesAndWords[i], typesAndWords[i + 1]));
    }
    return Collections.unmodifiableMap(all);
  }

  /** What makes a person enter: whatever is registered as a trigger when the shop starts. */
  public static final class Trigger extends Choice {
    public static final Map<String, Trigger> TYPES =
        Collections.synchronizedMap(new LinkedHashMap<>());

    private Trigger(int place, String type, String words) {
      super(place, type, words);
    }

    /** To be called before the host first shows a form; calling it again changes nothing. */
    public static void offer(Collection<org.postpurchase.moment.Trigger> triggers) {
      for (org.postpurchase.moment.Trigger trigger : triggers) {
        String words = trigger.label(Locale.ENGLISH);
        TYPES.putIfAbsent(trigger.key(), new Trigger(TYPES.size(), trigger.key(), words));
      }
    }
  }

  /** Whether a series runs. */
  public static final class Status extends Choice {
    public static final Map<String, Status> TYPES =
        all(Status::new, "DRAFT", "Draft", "ACTIVE", "Active", "PAUSED", "Paused");

    private Status(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** Whether the same person may enter again. */
  public static final class ReEntry extends Choice {
    public static final Map<String, ReEntry> TYPES =
        all(
            ReEntry::new,
            "NEVER",
            "Never",
            "WHEN_FINISHED",
            "When finished",
            "EACH_ORDER",
            "With each order or occasion",
            "EACH_PRODUCT",
            "Once for each product",
            "EACH_PERIOD",
            "Once in a number of days");

    private ReEntry(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** From when a delay counts. */
  public static final class Anchor extends Choice {
    public static final Map<String, Anchor> TYPES =
        all(
            Anchor::new,
            "SUBMITTED",
            "After the order",
            "SHIPPED",
            "After shipping",
            "DELIVERED",
            "After delivery",
            "HAPPENED",
            "After it happened to the member",
            "DAY_AHEAD",
            "Before the day that it is about",
            "MOMENT",
            "When something else happens",
            "BRANCH",
            "After the branch has chosen");

    private Anchor(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** What a step does. */
  public static final class StepKind extends Choice {
    public static final Map<String, StepKind> TYPES =
        all(StepKind::new, "MESSAGE", "Sends a message", "BRANCH", "Chooses a way");

    private StepKind(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** On which ground a message is sent. */
  public static final class Purpose extends Choice {
    public static final Map<String, Purpose> TYPES =
        all(
            Purpose::new,
            "TRANSACTIONAL",
            "Part of the order or account",
            "MARKETING",
            "Advertising");

    private Purpose(int place, String type, String words) {
      super(place, type, words);
    }
  }

  /** How a message is sent. */
  public static final class Channel extends Choice {
    public static final Map<String, Channel> TYPES =
        Collections.synchronizedMap(new LinkedHashMap<>());

    private Channel(int place, String type, String words) {
      super(place, type, words);
    }

    /** To be called before the host first shows a form; calling it again changes nothing. */
    public static void offer(Collection<? extends org.postpurchase.messaging.Channel> channels) {
      for (org.postpurchase.messaging.Channel channel : channels) {
        String words = channel.label(Locale.ENGLISH);
        TYPES.putIfAbsent(channel.key(), new Channel(TYPES.size(), channel.key(), words));
      }
    }
  }

  /** What must hold besides being due. */
  public static final class Condition extends Choice {
    public static final Map<String, Condition> TYPES =
        all(
            Condition::new,
            "ALWAYS",
            "Nothing",
            "REWARD_UNUSED",
            "The code of a step is unused",
            "STEP_SENT",
            "A step was sent",
            "STEP_NOT_SENT",
            "A step was not sent",
            "CLICKED",
            "A link of a step was followed",
            "NOT_CLICKED",
            "A step was sent and no link of it followed",
            "CODE_USED",
            "The code of a step was used",
            "BRANCH_YES",
            "A branch chose yes",
            "BRANCH_NO",
            "A branch chose no",
            "HAPPENED",
            "What it waits for happened",
            "NOT_HAPPENED",
            "What it waits for did not happen",
            "REVIEW_OPEN",
            "Reviews can be asked for");

    private Condition(int place, String type, String words) {
      super(place, type, words);
    }
  }
}
