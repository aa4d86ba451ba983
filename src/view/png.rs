//! A finished SVG as PNG, drawn with the embedded fonts only, so that it looks the same on every machine.

use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, Options, Tree, fontdb};

use super::error::DrawError;
use super::metrics::{BOLD, REGULAR};

/// Pixels per point at which small text is still sharp on paper: 2 is 144 per inch.
const SHARP: f32 = 2.0;
/// No more pixels than this, a quarter of a gigabyte: a huge picture is drawn less sharp.
const MOST_PIXELS: f32 = 64.0e6;

/// No more SVG than this becomes pixels: it takes fifty times as much memory while that goes on.
const MOST_SVG: usize = 8 << 20;
/// Of more SVG than this, one becomes pixels at a time, however many processors there are.
const LARGE_SVG: usize = 1 << 20;

/// Held by the one large picture that becomes pixels.
static LARGE: Mutex<()> = Mutex::new(());

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    fonts.load_font_data(REGULAR.to_vec());
    fonts.load_font_data(BOLD.to_vec());
    fonts.set_sans_serif_family("Arimo");
    Arc::new(fonts)
});

/// `svg` as the bytes of a PNG file.
///
/// # Errors
/// If `svg` is no picture, or one without any size, or too large a one.
pub fn png(svg: &str) -> Result<Vec<u8>, DrawError> {
    if svg.len() > MOST_SVG {
        return Err(DrawError::TooLargeForPixels);
    }
    let _alone = (svg.len() > LARGE_SVG).then(|| LARGE.lock().unwrap_or_else(PoisonError::into_inner));
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "Arimo".to_owned(),
        font_resolver: FontResolver::default(),
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| DrawError::Raster(error.to_string()))?;
    // The tree counts in pixels of 1/96 inch; ours are points of 1/72.
    let size = tree.size();
    let sharp = SHARP * 72.0 / 96.0;
    let scale = sharp.min((MOST_PIXELS / (size.width() * size.height())).sqrt());
    let pixels = size.to_int_size().scale_by(scale).ok_or_else(|| DrawError::Raster("no size".to_owned()))?;
    let mut pixmap = Pixmap::new(pixels.width(), pixels.height())
        .ok_or_else(|| DrawError::Raster("too large".to_owned()))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| DrawError::Raster(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::super::{Engine, samples, svg};
    use super::*;

    #[test]
    fn a_picture_becomes_png_with_ink_on_it() {
        let picture = svg(&samples::pair(), Engine::Embedded).unwrap();
        let bytes = png(&picture.svg).unwrap();
        let pixels = Pixmap::decode_png(&bytes).unwrap();
        assert!(pixels.pixels().iter().any(|pixel| pixel.red() < 60), "text is drawn in ink");
    }

    #[test]
    fn text_is_drawn_though_no_font_is_installed() {
        let svg = |text| {
            format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" font-family="Helvetica, sans-serif"><text x="2" y="14">{text}</text></svg>"#
            )
        };
        assert_ne!(png(&svg("é")).unwrap(), png(&svg("")).unwrap());
    }

    #[test]
    fn what_would_take_gigabytes_is_refused_with_advice() {
        let svg = |padding: usize| {
            format!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><!--{}--></svg>"#,
                "-=".repeat(padding)
            )
        };
        assert!(png(&svg(MOST_SVG / 2 - 100)).is_ok());
        let error = png(&svg(MOST_SVG / 2)).unwrap_err();
        assert!(error.message(crate::text::Lang::En).contains("draw it as SVG"));
    }

    #[test]
    fn what_is_no_picture_is_told() {
        assert!(matches!(png("<svg"), Err(DrawError::Raster(_))));
    }
}
