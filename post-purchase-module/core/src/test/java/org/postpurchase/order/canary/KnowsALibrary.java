package org.postpurchase.order.canary;

import org.springframework.jdbc.core.JdbcTemplate;

final class KnowsALibrary {
  JdbcTemplate template;
}
