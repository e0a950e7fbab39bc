//! Links: every file and every heading that a paper leads to is there.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::{pages, top};

/// Papers beside README and the handbook that lead somewhere.
const PAPERS: &[&str] = &[
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "assets/rollup/README.md",
    "assets/schemas/README.md",
    "benches/README.md",
    "packaging/README.md",
    "packaging/README.sv.md",
    "tests/README.md",
];

/// Lines outside of blocks.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut is_block = false;
    text.lines().filter(move |line| {
        let is_fence = line.starts_with("```");
        is_block ^= is_fence;
        !is_block && !is_fence
    })
}

/// What links and pictures lead to.
fn targets(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in prose(text) {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once("](") {
            let Some((target, after)) = after.split_once(')') else { break };
            found.push(target.to_owned());
            rest = after;
        }
    }
    found
}

/// What headings are called in links: small letters, blanks as hyphens, nothing but letters, digits, hyphens, `_`.
fn anchors(text: &str) -> HashSet<String> {
    let mut found = HashSet::new();
    for heading in prose(text).filter(|line| line.starts_with('#')) {
        let words = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = words.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
        let name: String = kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect();
        let more = (1..).map(|nth| format!("{name}-{nth}"));
        let name = std::iter::once(name.clone()).chain(more).find(|name| !found.contains(name));
        found.extend(name);
    }
    found
}

fn faults_of(paper: &Path, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for target in targets(text) {
        if target.starts_with("https://") {
            continue;
        }
        let (file, anchor) = target.split_once('#').map_or((target.as_str(), None), |(file, to)| (file, Some(to)));
        let path = if file.is_empty() { paper.to_owned() } else { paper.parent().unwrap().join(file) };
        let is_there = match anchor {
            None => path.exists(),
            Some(to) => fs::read_to_string(&path).is_ok_and(|text| anchors(&text).contains(to)),
        };
        if !is_there {
            faults.push(format!("{}: {target}", paper.display()));
        }
    }
    faults
}

#[test]
fn every_link_leads_somewhere() {
    let mut papers: Vec<PathBuf> = PAPERS.iter().map(|name| top().join(name)).collect();
    papers.extend(pages().into_iter().map(|page| page.path));
    let faults: Vec<String> =
        papers.iter().flat_map(|path| faults_of(path, &fs::read_to_string(path).unwrap())).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_page_is_found_from_its_index() {
    for folder in ["docs/sv", "docs/en"] {
        let index = fs::read_to_string(top().join(folder).join("README.md")).unwrap();
        let led: HashSet<String> = targets(&index).into_iter().collect();
        for page in pages().iter().filter(|page| page.name.starts_with(folder)) {
            let file = page.path.file_name().unwrap().to_string_lossy().into_owned();
            assert!(file == "README.md" || led.contains(&file), "{folder}/README.md does not lead to {file}");
        }
    }
    let readme = fs::read_to_string(top().join("README.md")).unwrap();
    for index in ["docs/sv/README.md", "docs/en/README.md"] {
        assert!(targets(&readme).iter().any(|target| target == index), "{index}");
    }
}

/// As `packaging/build` lays pages out.
#[test]
fn links_lead_somewhere_in_a_package_too() {
    let place = tempfile::tempdir().unwrap();
    let root = place.path();
    let lay = |from: &str, to: &str| {
        fs::create_dir_all(root.join(to).parent().unwrap()).unwrap();
        fs::copy(top().join(from), root.join(to)).unwrap();
    };
    lay("packaging/README.sv.md", "README.md");
    lay("assets/schemas/README.md", "json/README.md");
    let mut laid = Vec::new();
    for (folder, script, into) in
        [("docs/sv/", "packaging/links.sv.sed", ""), ("docs/en/", "packaging/links.en.sed", "en/")]
    {
        fs::create_dir_all(root.join(into)).unwrap();
        for page in pages().iter().filter(|page| page.name.starts_with(folder)) {
            let said = Command::new("sed").arg("-f").arg(top().join(script)).arg(&page.path).output().unwrap();
            assert!(said.status.success(), "{}", page.name);
            let name = page.path.file_name().unwrap().to_string_lossy().into_owned();
            let name = if into.is_empty() { name.replace("README", "HANDBOK") } else { name };
            let path = root.join(into).join(name);
            fs::write(&path, said.stdout).unwrap();
            laid.push(path);
        }
    }
    assert!(laid.len() > 30);
    let faults: Vec<String> =
        laid.iter().flat_map(|path| faults_of(path, &fs::read_to_string(path).unwrap())).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_link_that_leads_nowhere_is_found() {
    let text = "# Över SSH: en\n[a](#över-ssh-en) [b](#no) [c](nowhere.md)\n```\n[d](x.md)\n```\n# Över SSH: en\n";
    let paper = top().join("docs/sv/README.md");
    assert_eq!(targets(text), ["#över-ssh-en", "#no", "nowhere.md"]);
    assert!(anchors(text).contains("över-ssh-en") && anchors(text).contains("över-ssh-en-1"));
    let faults = faults_of(&paper, "[c](nowhere.md) [d](README.md)");
    assert_eq!(faults.len(), 1, "{faults:?}");
}
