package org.postpurchase.brand.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.postpurchase.brand.Brand;
import org.postpurchase.brand.BrandFont;
import org.postpurchase.brand.BrandStore;
import org.postpurchase.brand.Logo;
import org.postpurchase.brand.LogoPicture;
import org.postpurchase.brand.Palette;
import org.postpurchase.brand.SocialLink;
import org.postpurchase.shared.jdbc.Columns;
import org.postpurchase.shared.jdbc.Inserts;
import org.springframework.jdbc.core.JdbcTemplate;

/** PP_BRAND and PP_BRAND_LOGO. */
final class JdbcBrandStore implements BrandStore {
  private static final String READ =
      "select ACCENT, ON_ACCENT, GROUND, CARD, INK, SOFT, HEADING_FONT, TEXT_FONT, LOGO_SHA,"
          + " LOGO_URL, LOGO_WIDTH, LOGO_HEIGHT, FOOTER, LINKS, EDITION from PP_BRAND where"
          + " BRAND_ID = 1";
  private static final String ADD =
      "insert into PP_BRAND (BRAND_ID, ACCENT, ON_ACCENT, GROUND, CARD, INK, SOFT, HEADING_FONT,"
          + " TEXT_FONT, LOGO_WIDTH, LOGO_HEIGHT, EDITION) values (1, '#1d6b52', '#ffffff',"
          + " '#f3f1ec', '#ffffff', '#22302b', '#5b6963', 'GEORGIA', 'SYSTEM', 0, 0, 0)";
  private static final String SAVE =
      "update PP_BRAND set ACCENT = ?, ON_ACCENT = ?, GROUND = ?, CARD = ?, INK = ?, SOFT = ?,"
          + " HEADING_FONT = ?, TEXT_FONT = ?, LOGO_SHA = ?, LOGO_URL = ?, LOGO_WIDTH = ?,"
          + " LOGO_HEIGHT = ?, FOOTER = ?, LINKS = ?, EDITION = ? where BRAND_ID = 1 and EDITION ="
          + " ?";
  private static final String KEEP =
      "insert into PP_BRAND_LOGO (SHA256, WIDTH, HEIGHT, PNG) values (?, ?, ?, ?)";
  private static final String PICTURE = "select PNG from PP_BRAND_LOGO where SHA256 = ?";

  private final JdbcTemplate jdbc;
  private final Inserts inserts;

  JdbcBrandStore(JdbcTemplate jdbc, Inserts inserts) {
    this.jdbc = jdbc;
    this.inserts = inserts;
  }

  @Override
  public Brand read() {
    return jdbc.query(READ, (row, n) -> brand(row)).stream().findFirst().orElse(Brand.USUAL);
  }

  private static Brand brand(ResultSet row) throws SQLException {
    return new Brand.Builder()
        .palette(
            new Palette(
                row.getString("ACCENT"),
                row.getString("ON_ACCENT"),
                row.getString("GROUND"),
                row.getString("CARD"),
                row.getString("INK"),
                row.getString("SOFT")))
        .fonts(
            font(row.getString("HEADING_FONT"), BrandFont.GEORGIA),
            font(row.getString("TEXT_FONT"), BrandFont.SYSTEM))
        .logo(
            new Logo(
                Columns.text(row, "LOGO_SHA"),
                Columns.text(row, "LOGO_URL"),
                row.getInt("LOGO_WIDTH"),
                row.getInt("LOGO_HEIGHT")))
        .footer(Columns.text(row, "FOOTER"))
        .links(SocialLink.read(Columns.text(row, "LINKS")))
        .edition(row.getInt("EDITION"))
        .build();
  }

  /** A font that a newer version wrote becomes the usual one. */
  private static BrandFont font(String name, BrandFont otherwise) {
    for (BrandFont font : BrandFont.values()) {
      if (font.name().equals(name)) {
        return font;
      }
    }
    return otherwise;
  }

  @Override
  public boolean save(Brand b) {
    if (b.edition == 1) {
      inserts.ifAbsent(ADD);
    }
    return jdbc.update(
            SAVE,
            b.palette.accent,
            b.palette.onAccent,
            b.palette.ground,
            b.palette.card,
            b.palette.ink,
            b.palette.soft,
            b.headings.name(),
            b.texts.name(),
            b.logo.sha256,
            b.logo.url,
            b.logo.width,
            b.logo.height,
            b.footer,
            SocialLink.write(b.links),
            b.edition,
            b.edition - 1)
        == 1;
  }

  @Override
  public void keep(LogoPicture picture) {
    inserts.ifAbsent(KEEP, picture.sha256, picture.width, picture.height, picture.png());
  }

  @Override
  public Optional<byte[]> picture(String sha256) {
    return jdbc.query(PICTURE, (row, n) -> row.getBytes(1), sha256).stream().findFirst();
  }
}
