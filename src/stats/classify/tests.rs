use super::*;
#[test]
fn show() {
    let pop = [
        5939, 25582, 13989, 12493, 6554, 15691, 10149, 9492, 10214, 30333, 11999, 10683, 11085, 15685, 9819, 11555,
        10046, 12878, 3650, 9176, 10374, 9573, 8041, 6838, 4289, 7560, 3682, 8147, 13070, 8388, 6623, 9358, 8530, 8425,
    ];
    let area = [
        4.18, 3.64, 2.57, 0.86, 0.68, 1.93, 0.91, 0.7, 0.54, 4.78, 1.0, 0.87, 6.54, 3.37, 6.84, 5.73, 3.55, 8.49, 3.7,
        5.32, 5.71, 5.66, 5.64, 6.3, 4.67, 8.74, 4.38, 4.42, 6.54, 4.89, 5.33, 6.65, 6.5, 3.67,
    ];
    let d: Vec<f64> = pop.iter().zip(&area).map(|(p, a)| f64::from(*p) / a).collect();
    let p: Vec<f64> = pop.iter().map(|p| f64::from(*p)).collect();
    for k in 2..8 {
        for m in [Method::Natural, Method::Rounded, Method::Quantile, Method::Equal, Method::Around(2477.01)] {
            for (n, v) in [("dens", &d), ("pop", &p), ("area", &area.to_vec())] {
                let m = if let (Method::Around(_), true) = (&m, n != "dens") {
                    Method::Around(summary::mean(v).unwrap())
                } else {
                    m.clone()
                };
                let b = classify(v, &Spec { method: m.clone(), n_classes: k });
                println!("{k} {m:?} {n} {:?} {:?}", b.inner, b.counts(v));
            }
        }
    }
}
