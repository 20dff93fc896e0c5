package org.postpurchase.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.postpurchase.segment.Condition;
import org.postpurchase.segment.Field;
import org.postpurchase.segment.Leaf;
import org.postpurchase.segment.Operator;

/** Trees of every kind of comparison. */
final class RandomConditions {
  private final Random random;

  RandomConditions(Random random) {
    this.random = random;
  }

  Condition next(int depth) {
    int kind = depth == 0 ? 0 : random.nextInt(5);
    if (kind < 2) {
      return leaf();
    }
    if (kind == 2) {
      return Condition.not(next(depth - 1));
    }
    List<Condition> parts = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      parts.add(next(depth - 1));
    }
    return kind == 3 ? Condition.all(parts) : Condition.any(parts);
  }

  private Condition leaf() {
    Field field = Field.values()[random.nextInt(Field.values().length)];
    List<Operator> operators = field.type.operators;
    Operator operator = operators.get(random.nextInt(operators.size()));
    return Leaf.of(field, operator, value(field), random.nextBoolean() ? "EUR" : "CHF");
  }

  private String value(Field field) {
    switch (field) {
      case COUNTRY:
        return random.nextBoolean() ? "AT" : "DE";
      case LANGUAGE:
        return random.nextBoolean() ? "de" : "en-GB";
      case CONSENT:
        return "GRANTED";
      case TIER:
        return "gold";
      case BIRTHDAY_MONTH:
        return String.valueOf(1 + random.nextInt(12));
      case LAST_STARS:
        return "4";
      case LAST_SCORE:
        return "9";
      case PRODUCT:
      case SEEN_PRODUCT:
        return String.valueOf(100 + random.nextInt(6));
      case CATEGORY:
      case SEEN_CATEGORY:
        return String.valueOf(10 + random.nextInt(4));
      case SALE_PERCENT:
      case SPENT:
      case AVERAGE_ORDER:
        return String.valueOf(random.nextInt(100));
      case FIRST_ORDER:
      case LAST_ORDER:
      case NEXT_ORDER:
      case REGISTERED:
      case LAST_SEEN:
        return String.valueOf(random.nextInt(400));
      default:
        return String.valueOf(random.nextInt(6));
    }
  }
}
